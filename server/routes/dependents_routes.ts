import { contracts } from '../../common/http';
import { reviewModel } from '../dependents';
import type { RegisterRoute } from './route_registrar';

export function registerDependentsRoutes(register: RegisterRoute): void {
  register(contracts.reviewModel, (cluster, { params }) => reviewModel(cluster, params.model_id));
}
