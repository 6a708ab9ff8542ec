import type { Dependent, Enforcement, Reference } from '../../common/dependents';
import { findModelIds } from './find_model_ids';
import { formatPlace, type Place } from './place';
import type { SourceReading } from './read_sources';
import type { Resource } from './source';

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
  resource: Resource,
  isModelId: (text: string) => boolean
): Map<string, Reference[]> {
  const { source } = reading;
  const byModel = new Map<string, Reference[]>();
  for (const { modelId, place } of findModelIds(resource.definition, isModelId)) {
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

/**
 * The dependents of every model that `isModelId` knows, by the model's id. Each definition is
 * walked once, however many models there are.
 */
export function findDependents(
  readings: readonly SourceReading[],
  isModelId: (text: string) => boolean
): Map<string, Dependent[]> {
  const dependents = new Map<string, Dependent[]>();
  for (const reading of readings) {
    const { source, resources } = reading;
    for (const resource of resources) {
      for (const [modelId, references] of referencesByModel(reading, resource, isModelId)) {
        // a model that guards itself goes with itself
        if (source.kind === 'model' && resource.id === modelId) continue;
        const ofModel = dependents.get(modelId) ?? [];
        ofModel.push({
          kind: source.kind,
          id: resource.id,
          name: resource.name,
          references,
          impact: [],
        });
        dependents.set(modelId, ofModel);
      }
    }
  }
  return dependents;
}
