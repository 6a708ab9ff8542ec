import type { HttpError, HttpFetchOptions, HttpStart } from '../../../public/platform/types';

/** Like the platform's: `message` is the status text, and `body` what the server said. */
class HttpFetchError extends Error implements HttpError {
  constructor(
    message: string,
    override readonly name: string,
    readonly request: Request,
    readonly response?: Response,
    readonly body?: unknown
  ) {
    super(message);
  }
}

/**
 * `core.http`: marks each request as coming from the platform's own page, reads JSON, and gives an
 * event stream as it comes.
 */
export function createHttp(basePath: string, version: string): HttpStart {
  return {
    basePath: { prepend: (path) => basePath + path },
    fetch: (path, options) => send(requestFor(basePath + path, options, version)),
  };
}

function requestFor(path: string, options: HttpFetchOptions, version: string): Request {
  const { method, query, body, headers, signal } = options;
  const search = searchOf(query ?? {});
  return new Request(search ? `${path}?${search}` : path, {
    method,
    body,
    signal,
    credentials: 'same-origin',
    headers: {
      'Content-Type': 'application/json',
      ...headers,
      'osd-version': version,
      'osd-xsrf': 'osd-fetch',
    },
  });
}

/** A list becomes a repeated key; what is undefined is left out. */
function searchOf(query: NonNullable<HttpFetchOptions['query']>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  return search.toString();
}

async function send(request: Request): Promise<unknown> {
  const response = await window.fetch(request).catch((error: Error) => {
    throw new HttpFetchError(error.message, error.name, request);
  });
  const body = await read(response);
  if (!response.ok) {
    throw new HttpFetchError(response.statusText, 'Error', request, response, body);
  }
  return body;
}

async function read(response: Response): Promise<unknown> {
  if (/^text\/event-stream/.test(response.headers.get('Content-Type') ?? '')) return response.body;
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
