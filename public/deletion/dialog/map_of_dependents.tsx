import React from 'react';
import type { Review } from '../../../common/dependents';
import { ShowMap } from '../../dependents';

/** The way to the map, where there is something to see on it. */
export function MapOfDependents({ review: { model, dependents } }: { review: Review }) {
  return dependents.length > 0 ? <ShowMap modelId={model.id} modelName={model.name} /> : null;
}
