import type { Cluster } from './cluster';
import { valueAt } from './json';

export type SettingScope = 'persistent' | 'transient';

/** The value of one setting in each place that can have one; undefined where it has none. */
export interface SettingValues {
  transient: unknown;
  persistent: unknown;
  /** The nodes' file, or the default: the cluster doesn't tell them apart. */
  defaults: unknown;
}

/** Reads one cluster setting and no other. @throws ClusterError */
export async function readSetting(cluster: Cluster, key: string): Promise<SettingValues> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_cluster/settings',
    query: { include_defaults: 'true', filter_path: `*.${key}` },
  });
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
