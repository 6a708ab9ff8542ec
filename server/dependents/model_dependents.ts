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
 * The dependents of some models, each with what stands behind it: readings in which the models
 * that stop with those were looked for too. Other models that were looked for change nothing: what
 * stands behind a dependent is reached from the dependent alone.
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
