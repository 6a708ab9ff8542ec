import type { Cluster, ClusterRequest } from './cluster';
import { ClusterError, missingPermission } from './errors';

/** `null`: the cluster's answer leaves it open. */
export type PermissionAnswer =
  { allowed: true } | { allowed: false; missing: string; detail: string } | { allowed: null };

/** No model has it: the ids that ML Commons gives, or takes, have no `.` (ml-commons #4974). */
const NO_MODEL = '/_plugins/_ml/models/not.a.model';

/**
 * Whether the user may, by a request that would change nothing. The security plugin judges the
 * kind of a request before anything looks at what is in it, so whatever OpenSearch itself refuses
 * has passed it. Seen on 2.19.6, with models and before there was any: no index, document or
 * setting becomes another.
 */
async function probe(cluster: Cluster, request: ClusterRequest): Promise<PermissionAnswer> {
  try {
    await cluster.request(request);
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    const missing = missingPermission(error);
    if (missing !== null) return { allowed: false, missing, detail: error.message };
    const isRefusal = error.kind === 'not_found' || error.kind === 'rejected';
    return { allowed: isRefusal && error.type !== null ? true : null };
  }
}

/** Whether the user may delete models at all: by deleting one that can't exist. */
export function probeDelete(cluster: Cluster): Promise<PermissionAnswer> {
  return probe(cluster, { method: 'DELETE', path: NO_MODEL });
}

/** Whether the user may undeploy models at all: by undeploying one that can't exist. */
export function probeUndeploy(cluster: Cluster): Promise<PermissionAnswer> {
  return probe(cluster, { method: 'POST', path: `${NO_MODEL}/_undeploy` });
}

/** Whether the user may change the cluster's settings: by resetting one that doesn't exist. */
export function probeSettingsUpdate(cluster: Cluster): Promise<PermissionAnswer> {
  return probe(cluster, {
    method: 'PUT',
    path: '/_cluster/settings',
    body: { transient: { 'plugins.ml_commons.not_a_setting': null } },
  });
}
