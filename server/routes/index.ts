export { registerRoutes } from './register_routes';
