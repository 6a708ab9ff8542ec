export type { CoreSetup, Logger, PluginInitializerContext } from './core';
export type {
  ErrorAnswer,
  OpenSearchClient,
  RequestHandlerContext,
  ResponseFactory,
  RouteConfig,
  RouteHandler,
  Router,
  RouterRequest,
  RouterResponse,
  RouterTools,
  TransportRequest,
  ValidationFunction,
} from './router';
