import type { Dependent } from '../../common/dependents';
import { findDependents } from './find_dependents';
import { withImpact } from './impact';
import { linksOf, type Link } from './links';
import type { SourceReading } from './read_sources';

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
 * One model's dependents, each with what stands behind it: readings in which the models that stop
 * with it were looked for too.
 */
export function dependentsOf(readings: readonly SourceReading[], modelId: string): Dependent[] {
  const found = findDependents(readings);
  const dependents = found.get(modelId) ?? [];
  if (dependents.length === 0) return [];
  return withImpact(dependents, [...linksOf(readings), ...callsForModels(found)]);
}
