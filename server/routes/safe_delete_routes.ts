import { contracts } from '../../common/http';
import { changeSafeDelete, readSafeDelete } from '../safe_delete';
import type { RegisterRoute } from './route_registrar';

export function registerSafeDeleteRoutes(register: RegisterRoute): void {
  register(contracts.getSafeDelete, (cluster) => readSafeDelete(cluster));
  register(contracts.putSafeDelete, (cluster, { body }) => changeSafeDelete(cluster, body));
}
