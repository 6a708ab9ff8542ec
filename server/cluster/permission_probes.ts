import type { DependentKind } from '../../common/dependents/kinds';
import type { Cluster, ClusterRequest } from './cluster';
import { resourcePath, templateAddress } from './definitions';
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

/** Whether the user may delete connectors at all: by deleting one that can't exist. */
export function probeDeleteConnector(cluster: Cluster): Promise<PermissionAnswer> {
  return probe(cluster, { method: 'DELETE', path: '/_plugins/_ml/connectors/not.a.connector' });
}

/** Whether the user may delete model groups at all: by deleting one that can't exist. */
export function probeDeleteGroup(cluster: Cluster): Promise<PermissionAnswer> {
  return probe(cluster, { method: 'DELETE', path: '/_plugins/_ml/model_groups/not.a.group' });
}

/** Whether the user may change the cluster's settings: by resetting one that doesn't exist. */
export function probeSettingsUpdate(cluster: Cluster): Promise<PermissionAnswer> {
  return probe(cluster, {
    method: 'PUT',
    path: '/_cluster/settings',
    body: { transient: { 'plugins.ml_commons.not_a_setting': null } },
  });
}

/** OpenSearch has no field of this type, so it refuses whatever has one. */
const NO_MAPPING = { properties: { not_a_field: { type: 'not_a_type' } } };

/**
 * A write of the same kind as that of a resource, which OpenSearch refuses for what is in it, or since
 * there is no such resource; null for kinds of which that isn't known. Seen on 2.19.6 and 3.6.0: the
 * state of the cluster stays the same.
 */
function refusedWrite(
  kind: DependentKind,
  id: string
): Pick<ClusterRequest, 'path' | 'body'> | null {
  switch (kind) {
    case 'ingest_pipeline':
      return {
        path: resourcePath(kind, 'not-a-pipeline'),
        body: { processors: [{ not_a_processor: {} }] },
      };
    case 'search_pipeline':
      return {
        path: resourcePath(kind, 'not-a-pipeline'),
        body: { request_processors: [{ not_a_processor: {} }] },
      };
    case 'index':
      // may be allowed for this index alone
      return { path: `${resourcePath(kind, id)}/_mapping`, body: NO_MAPPING };
    case 'index_template':
      return refusedTemplate(templateAddress(id).api);
    case 'stored_script':
      return {
        path: resourcePath(kind, 'not-a-script'),
        body: { script: { lang: 'not_a_language', source: 'x' } },
      };
    case 'model':
      return { path: NO_MODEL, body: { description: 'x' } };
    case 'agent':
      return { path: resourcePath(kind, 'not.an.agent'), body: { description: 'x' } };
    default:
      return null;
  }
}

function refusedTemplate(api: ReturnType<typeof templateAddress>['api']) {
  const path = `/${api}/not-a-template`;
  const patterns = { index_patterns: ['not-an-index-*'] };
  switch (api) {
    case '_component_template':
      return { path, body: { template: { mappings: NO_MAPPING } } };
    case '_template':
      return { path, body: { ...patterns, mappings: NO_MAPPING } };
    case '_index_template':
      return { path, body: { ...patterns, template: { mappings: NO_MAPPING } } };
  }
}

/** Whether the user may write a resource, by its kind, and an index by itself. */
export async function probeWrite(
  cluster: Cluster,
  kind: DependentKind,
  id: string
): Promise<PermissionAnswer> {
  if (kind === 'cluster_setting') return probeSettingsUpdate(cluster);
  const write = refusedWrite(kind, id);
  return write ? probe(cluster, { method: 'PUT', ...write }) : { allowed: null };
}
