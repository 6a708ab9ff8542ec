import type { ListModelsAnswer } from '../../common/contracts/models';
import { USAGE_FILTERS } from '../../common/models/listing';
import { UNDEPLOYED_STATES } from '../../common/models/model_state';
import type { MadeModel } from '../cluster/fixtures';
import { call } from '../cluster/plugin_api';
import { waitUntil } from '../cluster/wait_for';
import { groupKey, type Inventory, readInventory } from './inventory';
import type { Left } from './kill';

/** What the admin sees, and what is there. */
export interface Observation {
  list: ListModelsAnswer;
  inventory: Inventory;
}

export async function observe(host: string): Promise<Observation> {
  // refreshes the indexes: a search finds what was just written only within a second
  const inventory = await readInventory();
  return {
    list: await call('listModels', { query: { size: 1000, usage: [...USAGE_FILTERS] } }, { host }),
    inventory,
  };
}

/** What is left of a model by the list, and of its group. */
export function leftOf(
  { id, groupId }: MadeModel,
  { list, inventory }: Observation
): Left | string {
  const listed = list.models.find((one) => one.id === id);
  if (!listed) return groupKey(groupId) in inventory ? 'empty group' : 'nothing';
  // a cluster that comes up deploys again what was deployed
  if (listed.state === 'DEPLOYED' || listed.state === 'DEPLOYING') return 'deployed';
  // ML Commons' look at the nodes may call it failed meanwhile: no node holds it either way
  return UNDEPLOYED_STATES.has(listed.state) ? 'undeployed' : listed.state;
}

/** Resolves once a model is deployed, by the list. */
export function untilDeployed(id: string, host: string): Promise<void> {
  return waitUntil(`the deploy of ${id}`, async () => {
    const { models } = await call('listModels', { query: { search: id } }, { host });
    return models[0]?.state === 'DEPLOYED';
  });
}
