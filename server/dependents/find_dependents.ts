import type { Dependent, Enforcement, Reference } from '../../common/dependents';
import { formatPlace, type Place } from './place';
import type { ReadResource } from './read_resource';
import type { SourceReading } from './read_sources';

/** Ids that ML Commons makes itself are 20 characters; no word of a text looks like one. */
const GENERATED_ID = /^[A-Za-z0-9_-]{20}$/;

function enforcementOf(
  { source, plugins }: SourceReading,
  place: Place,
  modelId: string
): Enforcement {
  if (source.blocks?.(place, plugins)) return 'blocks';
  return source.expectsModelId(place) || GENERATED_ID.test(modelId) ? 'breaks' : 'possible';
}

function referencesByModel(
  reading: SourceReading,
  { models }: ReadResource
): Map<string, Reference[]> {
  const { source } = reading;
  const byModel = new Map<string, Reference[]>();
  for (const { modelId, place } of models) {
    if (source.ignores?.(place)) continue;
    const references = byModel.get(modelId) ?? [];
    const enforcement = enforcementOf(reading, place, modelId);
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
