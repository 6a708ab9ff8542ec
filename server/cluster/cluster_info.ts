import { isAbsentFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, valueAt } from './json';

/** A release of OpenSearch, and so of ML Commons: its first two numbers. */
export interface Release {
  major: number;
  minor: number;
}

/** Whether a release is this one or a later one. */
export function isAtLeast({ major, minor }: Release, ofMajor: number, ofMinor: number): boolean {
  return major > ofMajor || (major === ofMajor && minor >= ofMinor);
}

/**
 * Whether searches find what was updated just before. Up to 3.2 ML Commons and flow-framework don't
 * have an index refreshed when they update guardrails, an agent or a workflow; later they do (the
 * client of both for their indexes, opensearch-remote-metadata-sdk).
 */
export function isSearchCurrent(release: Release | null): boolean {
  return release !== null && isAtLeast(release, 3, 3);
}

/** The cluster's release; null where it doesn't say. @throws what is no ClusterError */
export async function readRelease(cluster: Cluster): Promise<Release | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: '/' });
    const number = /^(\d+)\.(\d+)/.exec(String(valueAt(answer, 'version', 'number')));
    return number ? { major: Number(number[1]), minor: Number(number[2]) } : null;
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/**
 * The plugins of the cluster's nodes, such as `opensearch-skills`; none where the user may not read
 * them. A node that hangs is left out after 2 s: `_cat/plugins` would wait until the cluster drops
 * it. @throws what is no ClusterError
 */
export async function readPlugins(cluster: Cluster): Promise<ReadonlySet<string>> {
  try {
    const answer = await cluster.request({
      method: 'GET',
      path: '/_nodes/plugins',
      query: { timeout: '2s', filter_path: 'nodes.*.plugins.name' },
    });
    const nodes = valueAt(answer, 'nodes');
    const plugins = Object.values(isRecord(nodes) ? nodes : {}).flatMap((node) => {
      const ofNode = valueAt(node, 'plugins');
      return Array.isArray(ofNode) ? (ofNode as unknown[]) : [];
    });
    return new Set(plugins.map((plugin) => String(valueAt(plugin, 'name'))));
  } catch (error) {
    if (error instanceof ClusterError) return new Set();
    throw error;
  }
}

const AUTHINFO = '/_plugins/_security/authinfo';

/**
 * The name of the user that sends requests; null where the cluster doesn't say, as without the
 * security plugin (its authinfo API). @throws what is no ClusterError
 */
export async function readUser(cluster: Cluster): Promise<string | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: AUTHINFO });
    return isRecord(answer) && typeof answer.user_name === 'string' ? answer.user_name : null;
  } catch (error) {
    if (error instanceof ClusterError) return null;
    throw error;
  }
}

/**
 * The roles of the user that sends requests; `no_users` on a cluster without the security plugin;
 * null where the cluster has it and doesn't say. @throws what is no ClusterError
 */
export async function readRoles(
  cluster: Pick<Cluster, 'request'>
): Promise<ReadonlySet<unknown> | 'no_users' | null> {
  try {
    const answer = await cluster.request({ method: 'GET', path: AUTHINFO });
    return isRecord(answer) && Array.isArray(answer.roles) ? new Set<unknown>(answer.roles) : null;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return isAbsentFeature(error) ? 'no_users' : null;
  }
}

/**
 * The names of the cluster's nodes by their ids. Read from the cluster's state, which is answered
 * at once also while a node hangs; `_nodes` and `_cat/nodes` wait for every node.
 * @throws ClusterError
 */
export async function readNodeNames(cluster: Cluster): Promise<Map<string, string>> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_cluster/state/nodes',
    query: { filter_path: 'nodes.*.name' },
  });
  const nodes = valueAt(answer, 'nodes');
  if (!isRecord(nodes)) throw new ClusterError('malformed', 'The answer has no nodes.');
  return new Map(
    Object.entries(nodes).map(([id, node]) => [id, String(valueAt(node, 'name') ?? id)])
  );
}

export interface ProfileOptions {
  /** Only of these nodes; of all where left out. */
  nodeIds?: readonly string[];
  /** One node that hangs holds up the whole answer. */
  timeoutMs: number;
}

/**
 * The nodes that hold a model, each with the state that it has there: what the nodes themselves
 * say, while the model's document is written by one of them afterwards (ML Commons' profile).
 * @throws ClusterError `timeout` where one of the nodes doesn't answer
 */
export async function readProfileNodes(
  cluster: Cluster,
  modelId: string,
  { nodeIds, timeoutMs }: ProfileOptions
): Promise<Map<string, string>> {
  const answer = await cluster.request({
    method: 'GET',
    path: '/_plugins/_ml/profile',
    query: { filter_path: 'nodes.*.models.*.model_state' },
    body: { model_ids: [modelId], ...(nodeIds && { node_ids: nodeIds }) },
    timeoutMs,
  });
  // `{}` where no node holds it
  const nodes = valueAt(answer, 'nodes') ?? {};
  if (!isRecord(nodes)) throw new ClusterError('malformed', 'The answer is not a profile.');
  const holding = new Map<string, string>();
  for (const [nodeId, node] of Object.entries(nodes)) {
    const state = valueAt(node, 'models', modelId, 'model_state');
    if (typeof state === 'string') holding.set(nodeId, state);
  }
  return holding;
}
