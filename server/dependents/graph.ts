import type { Dependent } from '../../common/dependents/dependent';
import type { Graph, GraphEdge, GraphNode } from '../../common/dependents/graph';
import { nodeKey } from '../../common/dependents/kinds';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { readConnector, readModelGroup } from '../cluster/model_groups';
import { readModelAsStored, readVersions } from '../cluster/models';
import { toModel } from '../documents/model_document';
import { readAllReferences, readMissing } from './dangling';
import { findDependents } from './find_dependents';
import { readGuardrailClosure } from './guardrail_closure';
import { matchIdsAndCalls } from './id_matcher';
import { linksOf } from './impact';
import type { Link } from './impact';
import { coverageOf, readSources } from './read_sources';

function modelNode(document: StoredDocument): GraphNode {
  const { id, name } = toModel(document, (group) => ({ id: group, name: group }));
  return { kind: 'model', id, name };
}

/** The graph of all models of the cluster. @throws ClusterError where models can't be read */
export async function readGraph(cluster: Cluster): Promise<Graph> {
  const { documents, readings, dependents, unknown } = await readAllReferences(cluster);
  const models = [...documents.map(modelNode), ...(await readMissing(cluster, unknown))];
  const parts = buildGraph(models, dependents, linksOf(readings));
  return { ...callersOf(parts, models.map(nodeKey)), coverage: coverageOf(readings) };
}

/** What a model needs itself: its connector, its group and the group's other versions. */
async function readUpstream(cluster: Cluster, { id, source }: StoredDocument): Promise<GraphParts> {
  const model = nodeKey({ kind: 'model', id });
  const { connector_id: connectorId, model_group_id: groupId } = source;
  const parts: GraphParts = { nodes: [], edges: [] };
  const add = (node: GraphNode, from: string, path: string) => {
    parts.nodes.push(node);
    parts.edges.push({ from, to: nodeKey(node), path, enforcement: null });
  };
  if (typeof connectorId === 'string') {
    const connector = { kind: 'connector', id: connectorId };
    add(
      await readNeededNode(connector, () => readConnector(cluster, connectorId)),
      model,
      'connector_id'
    );
  }
  if (typeof groupId === 'string') {
    const [group, versions] = await Promise.all([
      readNeededNode({ kind: 'model_group', id: groupId }, () => readModelGroup(cluster, groupId)),
      readVersions(cluster, groupId),
    ]);
    add(group, model, 'model_group_id');
    for (const version of versions.filter((one) => one.id !== id)) {
      const node = modelNode(version);
      parts.nodes.push(node);
      parts.edges.push({
        from: nodeKey(node),
        to: nodeKey(group),
        path: 'model_group_id',
        enforcement: null,
      });
    }
  }
  return parts;
}

/**
 * The graph around one model: what uses it, through others too, and what it needs. @throws
 * ClusterError
 */
export async function readModelGraph(cluster: Cluster, modelId: string): Promise<Graph> {
  // the model first, as in a review
  const [document, { ids, sources }] = await Promise.all([
    readModelAsStored(cluster, modelId),
    readGuardrailClosure(cluster, [modelId]),
  ]);
  const [upstream, readings] = await Promise.all([
    readUpstream(cluster, document),
    readSources(cluster, sources, matchIdsAndCalls(ids)),
  ]);
  const guarded = readings
    .filter(({ source }) => source.kind === 'model')
    .flatMap(({ resources }) => resources);
  const parts = buildGraph(
    [modelNode(document), ...guarded.map(({ id, name }) => ({ kind: 'model', id, name }))],
    findDependents(readings),
    linksOf(readings)
  );
  const around = callersOf(parts, [nodeKey({ kind: 'model', id: modelId })]);
  const known = new Set(around.nodes.map(nodeKey));
  return {
    nodes: [...around.nodes, ...upstream.nodes.filter((node) => !known.has(nodeKey(node)))],
    edges: [...around.edges, ...upstream.edges],
    coverage: coverageOf(readings),
  };
}

interface GraphParts {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

function referenceEdges(dependents: ReadonlyMap<string, Dependent[]>): GraphEdge[] {
  return [...dependents].flatMap(([modelId, ofModel]) =>
    ofModel.flatMap((dependent) =>
      dependent.references.map(({ path, enforcement }) => ({
        from: nodeKey(dependent),
        to: nodeKey({ kind: 'model', id: modelId }),
        path,
        enforcement,
      }))
    )
  );
}

/**
 * The graph of models, their dependents and what calls for those. What is called for and can't be
 * found is shown by its id.
 */
export function buildGraph(
  models: readonly GraphNode[],
  dependents: ReadonlyMap<string, Dependent[]>,
  links: readonly Link[]
): GraphParts {
  const nodes = new Map(models.map((model) => [nodeKey(model), model]));
  const add = ({ kind, id, name }: GraphNode) => {
    const key = nodeKey({ kind, id });
    if (!nodes.has(key)) nodes.set(key, { kind, id, name });
  };
  for (const ofModel of dependents.values()) ofModel.forEach(add);
  for (const { from } of links) add(from);
  for (const { to } of links) add({ ...to, name: to.id });
  const edges = links.map(({ from, to, path }) => ({
    from: nodeKey(from),
    to: nodeKey(to),
    path,
    enforcement: null,
  }));
  return { nodes: [...nodes.values()], edges: [...referenceEdges(dependents), ...edges] };
}

/** The part of a graph that calls for some models, directly or through others. */
export function callersOf({ nodes, edges }: GraphParts, targets: readonly string[]): GraphParts {
  const callers = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const known = callers.get(edge.to);
    if (known) known.push(edge);
    else callers.set(edge.to, [edge]);
  }
  const reached = new Set(targets);
  for (const key of reached) {
    for (const { from } of callers.get(key) ?? []) reached.add(from);
  }
  return {
    nodes: nodes.filter((node) => reached.has(nodeKey(node))),
    edges: edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
  };
}

/**
 * The node of something that a model needs. Where that is gone, or can't be read, it goes by its
 * id, and the node says which of the two it is.
 */
async function readNeededNode(
  { kind, id }: Pick<GraphNode, 'kind' | 'id'>,
  read: () => Promise<StoredDocument>
): Promise<GraphNode> {
  try {
    const { name } = (await read()).source;
    return { kind, id, name: typeof name === 'string' && name !== '' ? name : id };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    const why = error.kind === 'not_found' ? { missing: true } : { not_read: error.message };
    return { kind, id, name: id, ...why };
  }
}
