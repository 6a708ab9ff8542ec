import type { Dependent, Enforcement, Reference } from '../../common/dependents';
import { findModelIds } from './find_model_ids';
import { formatPlace, type Place } from './place';
import type { SourceReading } from './read_sources';
import type { Resource, Source } from './source';

/** Ids that ML Commons makes itself are 20 characters; no word of a text looks like one. */
const GENERATED_ID = /^[A-Za-z0-9_-]{20}$/;

function enforcementOf(source: Source, place: Place, modelId: string): Enforcement {
  if (source.blocks?.(place)) return 'blocks';
  return source.expectsModelId(place) || GENERATED_ID.test(modelId) ? 'breaks' : 'possible';
}

function referencesByModel(
  source: Source,
  resource: Resource,
  isModelId: (text: string) => boolean
): Map<string, Reference[]> {
  const byModel = new Map<string, Reference[]>();
  for (const { modelId, place } of findModelIds(resource.definition, isModelId)) {
    if (source.ignores?.(place)) continue;
    const references = byModel.get(modelId) ?? [];
    references.push({
      path: formatPlace(place),
      enforcement: enforcementOf(source, place, modelId),
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
  for (const { source, resources } of readings) {
    for (const resource of resources) {
      for (const [modelId, references] of referencesByModel(source, resource, isModelId)) {
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
