import type { Cluster } from './cluster';
import { readRelease, readRoles } from './cluster_info';
import { ClusterError } from './errors';
import { valueAt } from './json';
import { countAllModels, countModels } from './models';

/** What lists of the cluster may leave out for its user, with nothing in the answer to say so. */
export interface Limits {
  /** Models of groups that are others'. */
  models: boolean;
  /**
   * Whether resources are shared one by one, or may be: then counts may be cut down as lists are.
   */
  sharing: boolean;
  memoryContainers: boolean;
  workflows: boolean;
  monitors: boolean;
  /** Indexes that the user has no permission on. */
  indexes: boolean;
}

/** Where nobody signs in everybody sees all. */
export const NO_LIMITS: Limits = {
  models: false,
  sharing: false,
  memoryContainers: false,
  workflows: false,
  monitors: false,
  indexes: false,
};

const ALL_LIMITS: Limits = {
  models: true,
  sharing: true,
  memoryContainers: true,
  workflows: true,
  monitors: true,
  indexes: true,
};

/** Those who have it are shown everything (ModelAccessControlHelper, MemoryContainerHelper). */
const ADMIN_ROLE = 'all_access';

const MODEL_ACCESS = 'plugins.ml_commons.model_access_control_enabled';
const WORKFLOW_FILTER = 'plugins.flow_framework.filter_by_backend_roles';
/** The second is its older name. */
const MONITOR_FILTER = [
  'plugins.alerting.filter_by_backend_roles',
  'opendistro.alerting.filter_by_backend_roles',
];
/** Of the security plugin, 3.3 and later; the first is its older name. */
const SHARING = [
  'plugins.security.experimental.resource_sharing.enabled',
  'plugins.security.resource_sharing.enabled',
];

type Settings = (key: string) => string | undefined;

/**
 * The values in force by their keys, undefined for one that isn't listed; null where unreadable.
 */
async function readSettings(cluster: Pick<Cluster, 'request'>): Promise<Settings | null> {
  const keys = [MODEL_ACCESS, WORKFLOW_FILTER, ...MONITOR_FILTER, ...SHARING];
  try {
    const answer = await cluster.request({
      method: 'GET',
      path: '/_cluster/settings',
      query: { include_defaults: 'true', filter_path: keys.map((key) => `*.${key}`).join(',') },
    });
    return (key) => {
      const values = ['transient', 'persistent', 'defaults'].map((scope) =>
        valueAt(answer, scope, ...key.split('.'))
      );
      const value = values.find((one) => one !== undefined && one !== null);
      return value === undefined ? undefined : String(value);
    };
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/** Before 3.3 the security plugin shares nothing; later it may keep the setting to itself. */
async function mayShare(cluster: Cluster): Promise<boolean> {
  const release = await readRelease(cluster);
  return release === null || release.major > 3 || (release.major === 3 && release.minor >= 3);
}

/**
 * What is kept from the user that sends requests. Where the cluster has users and doesn't say who
 * this is, or how it is set up, anything may be. Not for the first request of all: where the
 * sign-in failed an unknown URI is answered with 400 (security plugin 2.19). @throws what is no
 * ClusterError
 */
export async function readLimits(cluster: Cluster): Promise<Limits> {
  const roles = await readRoles(cluster);
  if (roles === 'no_users') return NO_LIMITS;
  const settings = await readSettings(cluster);
  if (roles === null || settings === null) return ALL_LIMITS;
  const isOn = (key: string) => settings(key) === 'true';
  const isShared = SHARING.some(isOn);
  if (roles.has(ADMIN_ROLE)) {
    // sharing knows no admin but the one with the certificate (security: ResourceAccessHandler)
    return {
      ...NO_LIMITS,
      models: isShared,
      sharing: isShared,
      workflows: isShared,
      monitors: isShared,
    };
  }
  const isHidden = SHARING.every((key) => settings(key) === undefined);
  const sharing = isShared || (isHidden && (await mayShare(cluster)));
  return {
    models: isOn(MODEL_ACCESS) || sharing,
    sharing,
    memoryContainers: true,
    workflows: isOn(WORKFLOW_FILTER) || sharing,
    monitors: MONITOR_FILTER.some(isOn) || sharing,
    indexes: true,
  };
}

/** Up to here a search counts exactly (`track_total_hits`), and the statistics may be a search. */
const COUNTED_TO = 10_000;

/**
 * Whether there may be models that the user can't list: no where ML Commons counts as many for
 * everybody as it lists to the user. @throws what is no ClusterError
 */
export async function mayHideModels(
  cluster: Pick<Cluster, 'request'>,
  { models, sharing }: Limits
): Promise<boolean> {
  if (!models || sharing) return models;
  try {
    const [listed, all] = await Promise.all([countModels(cluster), countAllModels(cluster)]);
    return listed !== all || listed === 0 || listed >= COUNTED_TO;
  } catch (error) {
    if (error instanceof ClusterError) return true;
    throw error;
  }
}
