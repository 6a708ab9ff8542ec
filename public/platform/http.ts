export interface HttpFetchOptions {
  method: string;
  query?: Record<string, string | number | boolean | string[] | undefined>;
  body?: string;
  signal?: AbortSignal;
}

/** The platform adds `osd-xsrf` and `osd-version`, parses JSON and throws an `HttpError`. */
export interface HttpStart {
  basePath: { prepend(path: string): string };
  fetch(path: string, options: HttpFetchOptions): Promise<unknown>;
}

/** What `http.fetch` rejects with: without `response` the server could not be reached at all. */
export interface HttpError extends Error {
  body?: unknown;
  response?: { status: number };
}
