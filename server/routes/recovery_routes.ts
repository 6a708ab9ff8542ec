import { contracts } from '../../common/http';
import { readRecovery } from '../deletion';
import { readDependentRequests } from '../dependents';
import type { RegisterRoute } from './route_registrar';

/** What an admin takes along before a delete, and the ways out of one that is refused. */
export function registerRecoveryRoutes(register: RegisterRoute): void {
  register(contracts.getRecovery, (cluster, { params }) => readRecovery(cluster, params.model_id));
  register(contracts.getDependent, (cluster, { params, query }) =>
    readDependentRequests(cluster, params.kind, params.id, query.model_id)
  );
}
