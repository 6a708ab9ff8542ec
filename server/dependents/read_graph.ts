import type { Graph, GraphNode } from '../../common/dependents';
import { nodeKey } from '../../common/dependents';
import type { Cluster, StoredDocument } from '../cluster';
import { readConnector, readModelAsStored, readModelGroup, readVersions } from '../cluster';
import { toModel } from '../models/to_model';
import { buildGraph, callersOf, type GraphParts } from './build_graph';
import { findDependents } from './find_dependents';
import { linksOf } from './links';
import { readMissing } from './missing_models';
import { readNeededNode } from './needed_node';
import { readAllReferences } from './read_all_references';
import { coverageOf, readSources } from './read_sources';
import { seekIdsAndCalls } from './sought';
import { readStoppedWith } from './stopped_with';

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

/** The graph around one model: what stands behind it and what it needs. @throws ClusterError */
export async function readModelGraph(cluster: Cluster, modelId: string): Promise<Graph> {
  // the model first, as in a review
  const [document, { ids, sources }] = await Promise.all([
    readModelAsStored(cluster, modelId),
    readStoppedWith(cluster, [modelId]),
  ]);
  const [upstream, readings] = await Promise.all([
    readUpstream(cluster, document),
    readSources(cluster, sources, seekIdsAndCalls(ids)),
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
