import type { Coverage, Dependent } from '../../common/dependents';
import { strongestEnforcement } from '../../common/dependents';
import type { ModelSummary, Usage } from '../../common/models';
import type { Cluster, StoredDocument } from '../cluster';
import { ClusterError, readModelGroups, readModels } from '../cluster';
import { coverageOf, findDependents, readSources, seekAll, SOURCES } from '../dependents';
import { toModel } from './to_model';

/** Every model that the user may see, with its use, and how far that was checked. */
export interface Inventory {
  models: ModelSummary[];
  coverage: Coverage;
}

/** Number of dependents by the strongest enforcement of their references. */
export function usageOf(dependents: readonly Dependent[]): Usage {
  const usage: Usage = { blocks: 0, breaks: 0, possible: 0 };
  for (const { references } of dependents) usage[strongestEnforcement(references)] += 1;
  return usage;
}

/** Names are for reading only: a model whose group can't be read shows the group's id. */
async function readGroupNames(cluster: Cluster): Promise<Map<string, string>> {
  let groups: StoredDocument[];
  try {
    groups = await readModelGroups(cluster);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    groups = [];
  }
  const names = new Map<string, string>();
  for (const { id, source } of groups) {
    if (typeof source.name === 'string') names.set(id, source.name);
  }
  return names;
}

const UNUSED: Usage = { blocks: 0, breaks: 0, possible: 0 };

/** What is known of a model before its group's name and its use are. */
function unusedModel(document: StoredDocument): ModelSummary {
  return Object.assign(
    toModel(document, () => undefined),
    { usage: UNUSED }
  );
}

/**
 * Reads the models first: an API that this cluster lacks must never be the first that a request
 * asks for. The security plugin answers it with 400 where the sign-in failed, and gives the 401 to
 * whoever uses the connection next, another user perhaps (seen on 2.19).
 * @throws ClusterError where the models themselves can't be read
 */
export async function readInventory(cluster: Cluster): Promise<Inventory> {
  const models = new Map<string, ModelSummary>();
  await readModels(cluster, (document) => models.set(document.id, unusedModel(document)));
  const [groupNames, readings] = await Promise.all([
    readGroupNames(cluster),
    readSources(cluster, SOURCES, seekAll(models.keys())),
  ]);
  const dependents = findDependents(readings);
  // thousands of them: filled in rather than copied
  for (const model of models.values()) {
    const { model_group: group } = model;
    if (group) group.name = groupNames.get(group.id) ?? group.name;
    const ofModel = dependents.get(model.id);
    if (ofModel) model.usage = usageOf(ofModel);
  }
  return { models: [...models.values()], coverage: coverageOf(readings) };
}
