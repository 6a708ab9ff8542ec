import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, type JsonRecord, valueAt } from './json';
import type { StoredDocument } from './json';

export type SettingScope = 'persistent' | 'transient';

/** The value of one setting in each place that can have one; undefined where it has none. */
export interface SettingValues {
  transient: unknown;
  persistent: unknown;
  /** The nodes' file, or the default: the cluster doesn't distinguish them. */
  defaults: unknown;
}

const SETTING_SCOPES: ReadonlySet<string> = new Set(['transient', 'persistent', 'defaults']);

/** Reads one cluster setting and no other. @throws ClusterError */
export async function readSetting(cluster: Cluster, key: string): Promise<SettingValues> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_cluster/settings',
    query: { include_defaults: 'true', filter_path: `*.${key}` },
  });
  const scopes = Object.entries(isRecord(answer) ? answer : { answer });
  // of a setting that the cluster doesn't know the answer is an empty object
  if (!scopes.every(([scope, values]) => SETTING_SCOPES.has(scope) && isRecord(values))) {
    throw new ClusterError('malformed', 'The answer has no settings.');
  }
  const path = key.split('.');
  return {
    transient: valueAt(answer, 'transient', ...path),
    persistent: valueAt(answer, 'persistent', ...path),
    defaults: valueAt(answer, 'defaults', ...path),
  };
}

/** Writes one cluster setting; null takes the scope's value away. @throws ClusterError */
export async function writeSetting(
  cluster: Cluster,
  scope: SettingScope,
  key: string,
  value: boolean | null
): Promise<void> {
  await cluster.request({
    method: 'PUT',
    path: '/_cluster/settings',
    body: { [scope]: { [key]: value } },
  });
}

/**
 * The scopes of settings by flat keys: those of the nodes' files are read where they name models.
 */
const SCOPES = ['persistent', 'transient', 'defaults'] as const;
const NAMING_MODELS = 'defaults.*model_selection*';

/**
 * Every setting that has a value of its own, by its key, as `{ [scope]: { [key]: value } }`; and
 * those by which neural-search (3.9 and later) chooses models, also from the nodes' files.
 * @throws ClusterError
 */
export async function readClusterSettings(cluster: Cluster): Promise<StoredDocument[]> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_cluster/settings',
    query: {
      flat_settings: 'true',
      include_defaults: 'true',
      filter_path: `persistent,transient,${NAMING_MODELS}`,
    },
  });
  const settings = new Map<string, JsonRecord>();
  for (const scope of SCOPES) {
    // filter_path leaves out what it doesn't find; there is an object for persistent ones at least
    const values = valueAt(answer, scope) ?? (scope === 'persistent' ? undefined : {});
    if (!isRecord(values)) throw new ClusterError('malformed', `The answer has no ${scope}.`);
    for (const [key, value] of Object.entries(values)) {
      settings.set(key, { ...settings.get(key), [scope]: { [key]: value } });
    }
  }
  return Array.from(settings, ([id, source]) => ({ id, source }));
}
