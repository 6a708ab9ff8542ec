import type { ListModelsAnswer } from '../../common/contracts/models';
import type { Coverage } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import { strongestEnforcement } from '../../common/dependents/verdict';
import type { ModelSummary, Usage } from '../../common/models/model';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { readModelGroups } from '../cluster/model_groups';
import { readModels } from '../cluster/models';
import { findDependents } from '../dependents/find_dependents';
import { matchIds } from '../dependents/id_matcher';
import { coverageOf, readSources } from '../dependents/read_sources';
import { SOURCES } from '../dependents/sources/sources';
import { toModel } from '../documents/model_document';

/** Every model that the user may see, with its use, and how far that was checked. */
export interface Inventory {
  models: ModelSummary[];
  /** How many resources of each kind use them. */
  dependents: ListModelsAnswer['facets']['dependents'];
  coverage: Coverage;
}

/** Number of dependents by the strongest enforcement of their references. */
export function usageOf(dependents: readonly Dependent[]): Usage {
  const usage: Usage = { blocks: 0, breaks: 0, possible: 0 };
  for (const { references } of dependents) usage[strongestEnforcement(references)] += 1;
  return usage;
}

/** How many there are of each kind, each once however many models it uses. */
function countByKind(dependents: readonly Dependent[]): Inventory['dependents'] {
  const ids = new Map<Dependent['kind'], Set<string>>();
  for (const { kind, id } of dependents) {
    const known = ids.get(kind);
    if (known) known.add(id);
    else ids.set(kind, new Set([id]));
  }
  return [...ids].map(([kind, { size: count }]) => ({ kind, count }));
}

type ModelGroup = NonNullable<ModelSummary['model_group']>;

/** One object for each group: thousands of models share them, and a name is filled in once. */
class Groups {
  private readonly byId = new Map<string, ModelGroup>();

  readonly groupOf = (id: string): ModelGroup => {
    const known = this.byId.get(id);
    if (known) return known;
    const group = { id, name: id };
    this.byId.set(id, group);
    return group;
  };

  /** Names are for reading only: where they can't be read a group is shown by its id. */
  async readNames(cluster: Cluster): Promise<void> {
    try {
      await readModelGroups(cluster, ({ id, source: { name } }) => {
        const group = this.byId.get(id);
        if (group && typeof name === 'string') group.name = name;
      });
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
    }
  }
}

const UNUSED: Usage = { blocks: 0, breaks: 0, possible: 0 };

/**
 * Reads the models first: an API that this cluster lacks must never be the first that a request
 * asks for. The security plugin answers it with 400 where the sign-in failed, and gives the 401 to
 * whoever uses the connection next, another user perhaps (seen on 2.19).
 * @throws ClusterError where the models themselves can't be read
 */
export async function readInventory(cluster: Cluster): Promise<Inventory> {
  const groups = new Groups();
  const models = new Map<string, ModelSummary>();
  await readModels(cluster, (document) => {
    const model = toModel(document, groups.groupOf);
    models.set(model.id, Object.assign(model, { usage: UNUSED }));
  });
  const [readings] = await Promise.all([
    readSources(cluster, SOURCES, matchIds(new Set(models.keys()))),
    groups.readNames(cluster),
  ]);
  const dependents = findDependents(readings);
  for (const [id, ofModel] of dependents) {
    const model = models.get(id);
    if (model) model.usage = usageOf(ofModel);
  }
  return {
    models: [...models.values()],
    dependents: countByKind([...dependents.values()].flat()),
    coverage: coverageOf(readings),
  };
}
