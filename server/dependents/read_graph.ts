import type { Graph, GraphNode } from '../../common/dependents';
import type { Cluster, StoredDocument } from '../cluster';
import { ClusterError, readConnectorName, readModel, readModels, readVersions } from '../cluster';
import { readGroupName } from '../models/read_group_name';
import { toModel } from '../models/to_model';
import { buildGraph, callersOf, type GraphParts } from './build_graph';
import { unknownModelIds } from './dangling';
import { findDependents } from './find_dependents';
import { nodeKey } from './impact';
import { linksOf } from './links';
import { coverageOf, readSources } from './read_sources';
import { SOURCES } from './sources';

function modelNode(document: StoredDocument): GraphNode {
  const { id, name } = toModel(document, () => undefined);
  return { kind: 'model', id, name };
}

/**
 * An id that the list of models doesn't have is a missing model only if ML Commons says so: it may
 * belong to a group that the user can't see, or to a hidden model.
 */
async function missingNodes(cluster: Cluster, ids: Iterable<string>): Promise<GraphNode[]> {
  const nodes: GraphNode[] = [];
  for (const id of ids) {
    try {
      await readModel(cluster, id);
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      const missing = error.kind === 'not_found';
      nodes.push({ kind: 'model', id, name: id, ...(missing && { missing }) });
    }
  }
  return nodes;
}

/** The graph of all models of the cluster. @throws ClusterError where models can't be read */
export async function readGraph(cluster: Cluster): Promise<Graph> {
  // as in the list, never an API first that the cluster may lack
  const documents = await readModels(cluster);
  const readings = await readSources(cluster, SOURCES);
  const ids = new Set(documents.map(({ id }) => id));
  const dangling = await missingNodes(
    cluster,
    unknownModelIds(readings, (text) => ids.has(text))
  );
  for (const { id } of dangling) ids.add(id);
  const parts = buildGraph(
    [...documents.map(modelNode), ...dangling],
    findDependents(readings, (text) => ids.has(text)),
    linksOf(readings)
  );
  const models = [...ids].map((id) => nodeKey({ kind: 'model', id }));
  return { ...callersOf(parts, models), coverage: coverageOf(readings) };
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
    const name = await readConnectorName(cluster, connectorId);
    add({ kind: 'connector', id: connectorId, name }, model, 'connector_id');
  }
  if (typeof groupId === 'string') {
    const [name, versions] = await Promise.all([
      readGroupName(cluster, groupId),
      readVersions(cluster, groupId),
    ]);
    const group = { kind: 'model_group', id: groupId, name };
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

/** The graph around one model: what stands behind it and what it needs. @throws ClusterError */
export async function readModelGraph(cluster: Cluster, modelId: string): Promise<Graph> {
  // the model first: an unknown id costs no more than one request
  const document = await readModel(cluster, modelId);
  const [upstream, readings] = await Promise.all([
    readUpstream(cluster, document),
    readSources(cluster, SOURCES),
  ]);
  const guarded = readings
    .filter(({ source }) => source.kind === 'model')
    .flatMap(({ resources }) => resources);
  const ids = new Set([modelId, ...guarded.map(({ id }) => id)]);
  const parts = buildGraph(
    [modelNode(document), ...guarded.map(({ id, name }) => ({ kind: 'model', id, name }))],
    findDependents(readings, (text) => ids.has(text)),
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
