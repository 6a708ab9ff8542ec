import { Readable } from 'stream';
import { contracts } from '../../common/contracts/api';
import { ClusterError } from '../cluster/errors';
import type { OpenSearchClient, RequestHandlerContext, RouteHandler, Router } from '../platform';
import { routeRegistrar } from './register_route';

const lines: Array<Record<string, unknown>> = [];
const logger = {
  debug: () => {},
  info: (line: string) => lines.push(JSON.parse(line)),
  warn: () => {},
  error: () => {},
};

/** A cluster that is asked for nothing but whose request it is. */
function contextOf(authinfo: Record<string, unknown> | Error): RequestHandlerContext {
  const asCurrentUser: OpenSearchClient = {
    transport: {
      request: async () => {
        if (authinfo instanceof Error) throw authinfo;
        return { statusCode: 200, body: Readable.from([Buffer.from(JSON.stringify(authinfo))]) };
      },
    },
  };
  return {
    core: { opensearch: { client: { asCurrentUser } } },
    dataSource: { opensearch: { getClient: async () => asCurrentUser } },
  };
}
const anna = contextOf({ user_name: 'anna', roles: ['ml_full_access'] });

const request = {
  params: {},
  query: { data_source_id: 'other' },
  body: { scope: 'persistent' as const, enabled: true },
  headers: {},
  events: { aborted$: { subscribe: () => ({ unsubscribe: () => undefined }) } },
};
const answer = {
  supported: true,
  enabled: true,
  source: 'persistent' as const,
  transient: null,
  persistent: true,
};
const response = { ok: jest.fn(() => ({})), customError: jest.fn(() => ({})) };
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Sends the request to a route that leaves a line, and waits for the line. */
async function send(context: RequestHandlerContext, handle: () => Promise<typeof answer>) {
  let handler: RouteHandler<unknown, unknown, unknown> | undefined;
  const router = {
    put: (_config: unknown, added: typeof handler) => (handler = added),
  } as unknown as Router;
  routeRegistrar(router, { logger, history: null })(
    'PUT /api/ml_models/safe_delete',
    contracts.putSafeDelete,
    handle,
    {
      event: 'set_safe_delete',
      describeRequest: ({ body: { scope, enabled } }) => ({ scope, enabled }),
      describeAnswer: ({ enabled }) => ({ now: enabled }),
    }
  );
  try {
    return await handler?.(context, request, response);
  } finally {
    while (lines.length === 0) await settle();
  }
}

beforeEach(() => {
  lines.splice(0);
  jest.clearAllMocks();
});

describe('a route that leaves a line in the log', () => {
  it('leaves one for what was done: who, what, result and duration', async () => {
    await send(anna, async () => answer);
    expect(response.ok.mock.calls).toEqual([[{ body: answer }]]);
    expect(lines).toEqual([
      {
        event: 'set_safe_delete',
        user: 'anna',
        data_source_id: 'other',
        scope: 'persistent',
        enabled: true,
        result: 'done',
        status: 200,
        now: true,
        duration_ms: expect.any(Number) as number,
      },
    ]);
  });

  it("leaves one for what was refused, in the cluster's words, and answers with them", async () => {
    const refused = new ClusterError('forbidden', 'no permissions for [x]', 403);
    await send(anna, () => Promise.reject(refused));
    const [[error]] = response.customError.mock.calls as unknown as [[unknown]];
    expect(error).toMatchObject({
      statusCode: 403,
      body: { attributes: { reason: 'forbidden', cluster_message: 'no permissions for [x]' } },
    });
    expect(response.ok).not.toHaveBeenCalled();
    expect(lines).toMatchObject([
      { user: 'anna', result: 'forbidden', status: 403, words: 'no permissions for [x]' },
    ]);
  });

  it('leaves one where it broke down, and where nobody says who asked', async () => {
    const broken = new Error('a mistake of ours');
    const unauthorized = Object.assign(new Error('Unauthorized'), { statusCode: 401 });
    const sent = send(contextOf(unauthorized), () => Promise.reject(broken));
    await expect(sent).rejects.toBe(broken);
    expect(response.customError).not.toHaveBeenCalled();
    expect(lines).toMatchObject([{ user: null, result: 'unexpected', status: 500 }]);
  });
});
