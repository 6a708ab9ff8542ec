import { tell, type Json } from '../cluster/opensearch';

/** Each thing that the cluster keeps, by its kind and id, with its whole definition. */
export type Inventory = Record<string, unknown>;

const DOCUMENTS = {
  model: '.plugins-ml-model',
  group: '.plugins-ml-model-group',
  connector: '.plugins-ml-connector',
  agent: '.plugins-ml-agent',
  document: 'kills-*',
} as const;

const NAMED = {
  ingest_pipeline: '/_ingest/pipeline',
  search_pipeline: '/_search/pipeline',
  index: '/kills-*',
} as const;

/** What ML Commons writes into a model when it deploys or undeploys it, also by itself. */
const OF_ITS_DEPLOYMENT: ReadonlySet<string> = new Set([
  'model_state',
  'last_updated_time',
  'last_deployed_time',
  'last_undeployed_time',
  'auto_redeploy_retry_times',
  'current_worker_node_count',
  'planning_worker_node_count',
  'planning_worker_nodes',
  'deploy_to_all_nodes',
]);

export const modelKey = (id: string) => `model ${id}`;
export const groupKey = (id: string) => `group ${id}`;

interface Hit {
  _id: string;
  _source: Json;
}

async function documentsIn(index: string): Promise<Hit[]> {
  const { hits } = await tell('POST', `/${index}/_search?size=10000`);
  return (hits as { hits: Hit[] }).hits;
}

function withoutDeployment(model: Json): Json {
  return Object.fromEntries(Object.entries(model).filter(([key]) => !OF_ITS_DEPLOYMENT.has(key)));
}

/** All that a delete must leave alone, read past the plugin; the state of models is no part of it. */
export async function readInventory(): Promise<Inventory> {
  await tell('POST', `/${Object.values(DOCUMENTS).join()}/_refresh`);
  const inventory: Inventory = { settings: await tell('GET', '/_cluster/settings') };
  for (const [kind, index] of Object.entries(DOCUMENTS)) {
    for (const { _id: id, _source: source } of await documentsIn(index)) {
      inventory[`${kind} ${id}`] = kind === 'model' ? withoutDeployment(source) : source;
    }
  }
  for (const [kind, path] of Object.entries(NAMED)) {
    for (const [id, definition] of Object.entries(await tell('GET', path))) {
      inventory[`${kind} ${id}`] = definition;
    }
  }
  return inventory;
}

/** The same without some things. @throws Error where one of them was not there */
export function less(inventory: Inventory, keys: readonly string[]): Inventory {
  const rest = { ...inventory };
  for (const key of keys) {
    if (!(key in rest)) throw new Error(`There was no ${key}.`);
    delete rest[key];
  }
  return rest;
}

/** The ids of the models in it. */
export function modelIdsIn(inventory: Inventory): string[] {
  const ids = Object.keys(inventory).flatMap((key) => /^model (.+)$/.exec(key)?.[1] ?? []);
  return ids.sort();
}
