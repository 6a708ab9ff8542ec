import type { Dependent, Enforcement, Reference } from '../../common/dependents';
import { isGeneratedId } from './generated_ids';
import { formatPlace } from './place';
import type { FoundModelId, ReadResource } from './read_resource';
import type { SourceReading } from './read_sources';

function enforcementOf(
  { source, plugins }: SourceReading,
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
      path: formatPlace(place),
      enforcement,
      ...(enforcement === 'blocks' && source.isCoincidence?.(place) && { coincidence: true }),
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
        ofModel.push({ kind, id: resource.id, name: resource.name, references, impact: [] });
        dependents.set(modelId, ofModel);
      }
    }
  }
  return dependents;
}
