/** The part of the platform's server core that the plugin uses, typed as the platform types it. */
export interface CoreSetup {
  http: { createRouter(): Router };
  savedObjects: { registerType(type: SavedObjectsType): void };
  getStartServices(): Promise<[CoreStart, object, unknown]>;
}

export interface CoreStart {
  savedObjects: {
    /** Acts as the platform's own user; hidden types are only there where they are named. */
    createInternalRepository(includedHiddenTypes?: string[]): SavedObjectsRepository;
  };
}

/** A kind of object that the platform keeps in its own index. */
export interface SavedObjectsType {
  name: string;
  hidden: boolean;
  namespaceType: 'agnostic';
  mappings: { dynamic: false; properties: Record<string, { type: string }> };
}

export interface SavedObjectReference {
  name: string;
  type: string;
  id: string;
}

export interface SavedObject {
  id: string;
  attributes: Record<string, unknown>;
}

/** The part of the platform's repository of saved objects that the plugin uses. */
export interface SavedObjectsRepository {
  create(
    type: string,
    attributes: Record<string, unknown>,
    options: { references: SavedObjectReference[] }
  ): Promise<SavedObject>;
  find(options: {
    type: string;
    hasReference: { type: string; id: string };
    sortField: string;
    sortOrder: 'asc' | 'desc';
    perPage: number;
  }): Promise<{ total: number; saved_objects: SavedObject[] }>;
}

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
}

export interface PluginInitializerContext {
  logger: { get(...parts: string[]): Logger };
  /** The plugin's part of opensearch_dashboards.yml, checked by the schema that it exports. */
  config: { create<T>(): { subscribe(next: (config: T) => void): unknown } };
}

export interface TransportRequest {
  method: string;
  path: string;
  querystring?: Record<string, string>;
  /** A text is sent as it is. */
  body?: Record<string, unknown> | string;
}

export interface TransportOptions {
  maxRetries?: number;
  /** How long the beginning of the answer is waited for, in ms; else as the client is set up. */
  requestTimeout?: number;
  /** Hands over the answer as it comes, whatever its status. */
  asStream?: boolean;
}

export interface TransportAnswer {
  /** Parsed, or the stream of the answer where `asStream` asked for it. */
  body: unknown;
  statusCode: number | null;
  headers?: Record<string, unknown> | null;
}

/** The part of the OpenSearch client (2.x) that the plugin uses. */
export interface OpenSearchClient {
  transport: {
    request(
      request: TransportRequest,
      options?: TransportOptions
    ): PromiseLike<TransportAnswer> & { abort?(): void };
  };
}

export interface RequestHandlerContext {
  core: { opensearch: { client: { asCurrentUser: OpenSearchClient } } };
  /** Present where the dataSource plugin is. */
  dataSource?: { opensearch: { getClient(dataSourceId: string): Promise<OpenSearchClient> } };
}

export interface RouterRequest<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  headers: Record<string, string | string[] | undefined>;
  events: {
    /** Says once that whoever asked has gone. */
    aborted$: { subscribe(next: () => void): { unsubscribe(): void } };
  };
}

declare const routerResponse: unique symbol;
/** Opaque: only the response factory makes one. */
export interface RouterResponse {
  readonly [routerResponse]?: never;
}

export interface ErrorAnswer {
  /** 400 to 599: the platform throws at any other. */
  statusCode: number;
  body: { message: string; attributes?: Record<string, unknown> };
}

export interface ResponseFactory {
  /** The body as JSON; a stream of Node is sent as it comes. */
  ok(answer: { body: unknown; headers?: Record<string, string> }): RouterResponse;
  customError(answer: ErrorAnswer): RouterResponse;
}

/** What the platform passes to a validation function beside what it has to judge. */
export interface RouterTools<T> {
  ok(value: T): ValidationResult<T>;
  badRequest(error: Error | string, path?: string[]): ValidationResult<T>;
}
export type ValidationResult<T> =
  { value: T; error?: undefined } | { value?: undefined; error: Error };

export type ValidationFunction<T> = (data: unknown, tools: RouterTools<T>) => ValidationResult<T>;

export interface RouteConfig<P, Q, B> {
  path: string;
  validate: {
    params: ValidationFunction<P>;
    query: ValidationFunction<Q>;
    /** Not for GET, which has none. */
    body?: ValidationFunction<B>;
  };
}

export type RouteHandler<P, Q, B> = (
  context: RequestHandlerContext,
  request: RouterRequest<P, Q, B>,
  response: ResponseFactory
) => Promise<RouterResponse>;

type Register = <P, Q, B>(config: RouteConfig<P, Q, B>, handler: RouteHandler<P, Q, B>) => void;

export interface Router {
  get: Register;
  post: Register;
  put: Register;
  delete: Register;
}
