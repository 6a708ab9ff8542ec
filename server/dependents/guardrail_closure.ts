import type { Cluster } from '../cluster/cluster';
import type { StoredDocument } from '../cluster/json';
import { ClusterError } from '../cluster/errors';
import { readGuardedModels } from '../cluster/models';
import { readResource } from './read_resource';
import { matchGeneratedIds, matchOneOf } from './id_matcher';
import type { Source } from './source';
import { SOURCES } from './sources/sources';
import { guardedModels, takeGuarded } from './sources/ml_commons';

/** The models, and those whose guardrails call for them, for one of those, and so on to the end. */
export function guardrailClosure(
  modelIds: readonly string[],
  guarded: readonly StoredDocument[]
): Set<string> {
  const ids = [...modelIds, ...guarded.map(({ id }) => id)];
  const [isModelId, isMentioned] = [matchOneOf(ids), matchGeneratedIds(ids)];
  const guardedBy = new Map<string, string[]>();
  for (const document of guarded) {
    const { models } = readResource(document, guardedModels, isModelId, isMentioned);
    for (const { modelId: guard } of models) {
      const known = guardedBy.get(guard);
      if (known) known.push(document.id);
      else guardedBy.set(guard, [document.id]);
    }
  }
  const stopped = new Set(modelIds);
  for (const id of stopped) {
    for (const one of guardedBy.get(id) ?? []) stopped.add(one);
  }
  return stopped;
}

/**
 * The ids of the models that stop with some, and the sources still to be read; what was read for
 * that is not read again. Guardrails that can't be read are reported by their source.
 */
export async function readGuardrailClosure(
  cluster: Cluster,
  modelIds: readonly string[]
): Promise<{ ids: Set<string>; sources: Source[] }> {
  const reading = readGuardedModels(cluster);
  const read = takeGuarded(() => reading);
  const sources = SOURCES.map((source) =>
    source === guardedModels ? { ...source, read } : source
  );
  try {
    return { ids: guardrailClosure(modelIds, await reading), sources };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { ids: new Set(modelIds), sources };
  }
}
