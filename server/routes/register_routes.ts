import type { Logger, Router } from '../platform';
import { registerDeletionRoutes } from './deletion_routes';
import { registerDependentsRoutes } from './dependents_routes';
import { registerModelsRoutes } from './models_routes';
import { routeRegistrar } from './route_registrar';
import { registerSafeDeleteRoutes } from './safe_delete_routes';

/** Registers every route of the HTTP contract. */
export function registerRoutes(router: Router, logger: Logger): void {
  const register = routeRegistrar(router, logger);
  registerModelsRoutes(register);
  registerDependentsRoutes(register);
  registerDeletionRoutes(register);
  registerSafeDeleteRoutes(register);
}
