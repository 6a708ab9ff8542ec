import { contracts } from '../../common/http';
import { readGraph, readModelGraph, reviewModel } from '../dependents';
import type { RegisterRoute } from './route_registrar';

export function registerDependentsRoutes(register: RegisterRoute): void {
  register(contracts.reviewModel, (cluster, { params }) => reviewModel(cluster, params.model_id));
  register(contracts.getGraph, (cluster, { query }) =>
    query.model_id === undefined ? readGraph(cluster) : readModelGraph(cluster, query.model_id)
  );
}
