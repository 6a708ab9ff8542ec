import type { Logger, Router } from '../platform';
import { registerBulkRoutes } from './bulk_routes';
import { registerDeletionRoutes } from './deletion_routes';
import { registerDependentsRoutes } from './dependents_routes';
import { registerModelsRoutes } from './models_routes';
import { registerPermissionsRoutes } from './permissions_routes';
import { registerRecoveryRoutes } from './recovery_routes';
import { routeRegistrar } from './route_registrar';
import { SharedReads } from './shared_reads';
import { registerSafeDeleteRoutes } from './safe_delete_routes';

/** Registers every route of the HTTP contract. */
export function registerRoutes(router: Router, logger: Logger): void {
  const shared = new SharedReads();
  const register = routeRegistrar(router, logger, () => shared.forget());
  registerModelsRoutes(register, shared);
  registerDependentsRoutes(register, shared);
  registerDeletionRoutes(register, logger);
  registerBulkRoutes(register);
  registerRecoveryRoutes(register);
  registerPermissionsRoutes(register);
  registerSafeDeleteRoutes(register, logger);
}
