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
  TransportAnswer,
  TransportOptions,
  TransportRequest,
  ValidationFunction,
} from './router';
