import { contracts } from '../../common/http';
import { readPermissions } from '../deletion';
import type { RegisterRoute } from './route_registrar';

/** What the user may do, so that nothing else is offered. */
export function registerPermissionsRoutes(register: RegisterRoute): void {
  register(contracts.getPermissions, (cluster) => readPermissions(cluster));
}
