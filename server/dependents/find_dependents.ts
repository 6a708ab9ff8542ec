import type { Dependent, Reference } from '../../common/dependents/dependent';
import type { Enforcement } from '../../common/dependents/verdict';
import { isGeneratedId } from '../../common/models/generated_id';
import { linksOf, type Link, withImpact } from './impact';
import { formatPath } from './json_path';
import type { FoundModelId, ReadResource } from './read_resource';
import type { SourceReading } from './read_sources';

/** What ML Commons does about an id at a place of a source, and what its delete would. */
export function enforcementOf(
  { source, plugins }: Pick<SourceReading, 'source' | 'plugins'>,
  { modelId, place, meaning, isMention }: FoundModelId
): Enforcement {
  if (!isMention && source.blocks?.(place, plugins)) return 'blocks';
  const breaks = meaning === 'expected' || (meaning === 'unknown' && isGeneratedId(modelId));
  return breaks ? 'breaks' : 'possible';
}

function referencesByModel(
  reading: SourceReading,
  { models }: ReadResource
): Map<string, Reference[]> {
  const { source } = reading;
  const byModel = new Map<string, Reference[]>();
  for (const found of models) {
    const { modelId, place } = found;
    const references = byModel.get(modelId) ?? [];
    const enforcement = enforcementOf(reading, found);
    references.push({
      path: formatPath(place),
      enforcement,
      ...(enforcement === 'blocks' && source.isFalsePositive?.(place) && { coincidence: true }),
    });
    byModel.set(modelId, references);
  }
  return byModel;
}

/** The dependents of every model that was looked for and found, by the model's id. */
export function findDependents(readings: readonly SourceReading[]): Map<string, Dependent[]> {
  const dependents = new Map<string, Dependent[]>();
  for (const reading of readings) {
    const { kind } = reading.source;
    for (const resource of reading.resources) {
      for (const [modelId, references] of referencesByModel(reading, resource)) {
        // a model that guards itself goes with itself
        if (kind === 'model' && resource.id === modelId) continue;
        const ofModel = dependents.get(modelId) ?? [];
        const { id, name, lastUpdatedTime: updated } = resource;
        const time = updated !== undefined && { last_updated_time: updated };
        ofModel.push({ kind, id, name, ...time, references, impact: [] });
        dependents.set(modelId, ofModel);
      }
    }
  }
  return dependents;
}

/** A model that guards itself with another stops with it, and so does what calls for that model. */
function callsForModels(dependents: ReadonlyMap<string, Dependent[]>): Link[] {
  return [...dependents].flatMap(([modelId, ofModel]) =>
    ofModel.map((from) => ({
      from,
      to: { kind: 'model', id: modelId },
      path: from.references[0]?.path ?? '',
    }))
  );
}

/**
 * The dependents of some models, each with what is affected through it: readings in which the
 * models that stop with those were looked for too. Other models that were looked for change
 * nothing: what is affected through a dependent is reached from the dependent alone.
 */
export function dependentsOf(
  readings: readonly SourceReading[],
  modelIds: readonly string[]
): Map<string, Dependent[]> {
  const found = findDependents(readings);
  const ofModels = modelIds.map((id) => [id, found.get(id) ?? []] as const);
  if (ofModels.every(([, dependents]) => dependents.length === 0)) return new Map(ofModels);
  const complete = withImpact([...linksOf(readings), ...callsForModels(found)]);
  return new Map(ofModels.map(([id, dependents]) => [id, dependents.map(complete)]));
}
