import { contracts } from '../../common/http';
import {
  readDangling,
  readGraph,
  readModelGraph,
  readResourceDefinition,
  reviewModel,
} from '../dependents';
import type { RegisterRoute } from './route_registrar';
import { keyOfRead, type SharedReads } from './shared_reads';

export function registerDependentsRoutes(register: RegisterRoute, shared: SharedReads): void {
  register(contracts.reviewModel, (cluster, { params, query }) => {
    const key = keyOfRead('review', query, params.model_id);
    return shared.read(cluster, key, () => reviewModel(cluster, params.model_id));
  });
  register(contracts.getGraph, (cluster, { query }) => {
    const { model_id: modelId } = query;
    const read = () =>
      modelId === undefined ? readGraph(cluster) : readModelGraph(cluster, modelId);
    return shared.read(cluster, keyOfRead('graph', query, modelId), read);
  });
  register(contracts.listDangling, (cluster, { query }) =>
    shared.read(cluster, keyOfRead('dangling', query), () => readDangling(cluster))
  );
  register(contracts.getDefinition, (cluster, { params: { kind, id } }) =>
    readResourceDefinition(cluster, kind, id)
  );
}
