import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RouteHandler, ValidationFunction } from '../../../server/platform';
import { hostServer } from '../testing/host_server';

const anything: ValidationFunction<unknown> = (data, { ok }) => ok(data);
const validate = { params: anything, query: anything, body: anything };
const headers = { 'osd-xsrf': 'test' };

async function answerOf(handler: RouteHandler<unknown, unknown, unknown>) {
  const { server, router, errors } = hostServer();
  router.get({ path: '/api/test', validate }, handler);
  const { statusCode, result } = await server.inject('/api/test');
  return { statusCode, result, errors };
}

describe('validation', () => {
  const size: ValidationFunction<{ size: number }> = (data, { ok, badRequest }) => {
    const { size: text } = data as { size?: string };
    return text === '5' ? ok({ size: 5 }) : badRequest('a whole number', ['size']);
  };

  test('hands over what the functions made of params, query and body', async () => {
    const { server, router } = hostServer();
    router.put(
      { path: '/api/test/{id}', validate: { params: anything, query: size, body: anything } },
      (_context, request, response) => Promise.resolve(response.ok({ body: request }))
    );
    const { statusCode, result } = await server.inject({
      method: 'PUT',
      url: '/api/test/a%2Fb?size=5',
      payload: { enabled: true },
      headers,
    });
    expect(statusCode).toBe(200);
    expect(result).toMatchObject({
      params: { id: 'a/b' },
      query: { size: 5 },
      body: { enabled: true },
    });
  });

  test('a repeated key arrives as a list', async () => {
    const { server, router } = hostServer();
    router.get({ path: '/api/test', validate }, (_context, { query }, response) =>
      Promise.resolve(response.ok({ body: query }))
    );
    const { result } = await server.inject('/api/test?state=A&state=B&size=5');
    expect(result).toEqual({ state: ['A', 'B'], size: '5' });
  });

  test('names the part and the field that it refuses', async () => {
    const { server, router } = hostServer();
    const handler = jest.fn();
    router.get({ path: '/api/test', validate: { ...validate, query: size } }, handler);
    const { statusCode, result } = await server.inject('/api/test?size=many');
    expect(statusCode).toBe(400);
    expect(result).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: '[request query.size]: a whole number',
    });
    expect(handler).not.toHaveBeenCalled();
  });

  test('refuses where the function itself fails', async () => {
    const { server, router } = hostServer();
    const broken: ValidationFunction<unknown> = () => {
      throw new Error('what is this?');
    };
    router.post({ path: '/api/test', validate: { ...validate, body: broken } }, jest.fn());
    const { statusCode, result } = await server.inject({
      method: 'POST',
      url: '/api/test',
      payload: {},
      headers,
    });
    expect(statusCode).toBe(400);
    expect(result).toMatchObject({ message: '[request body]: what is this?' });
  });

  test('a body that is no JSON is refused before that', async () => {
    const { server, router } = hostServer();
    router.post({ path: '/api/test', validate }, jest.fn());
    const { statusCode, result } = await server.inject({
      method: 'POST',
      url: '/api/test',
      payload: '{"enabled":',
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(statusCode).toBe(400);
    expect(result).toMatchObject({ error: 'Bad Request' });
  });
});

describe('answers', () => {
  test('an error has the platform’s shape', async () => {
    const { statusCode, result } = await answerOf((_context, _request, response) =>
      Promise.resolve(
        response.customError({
          statusCode: 409,
          body: { message: 'It is in use', attributes: { reason: 'refused' } },
        })
      )
    );
    expect(statusCode).toBe(409);
    expect(result).toEqual({
      statusCode: 409,
      error: 'Conflict',
      message: 'It is in use',
      attributes: { reason: 'refused' },
    });
  });

  const internal = {
    statusCode: 500,
    error: 'Internal Server Error',
    message: 'An internal server error occurred.',
  };

  test.each([200, 302, 600])('customError takes no %d', async (statusCode) => {
    const { result, errors } = await answerOf((_context, _request, response) =>
      Promise.resolve(response.customError({ statusCode, body: { message: 'No' } }))
    );
    expect(result).toEqual(internal);
    expect(errors[0]).toContain(`Expected from 400 to 599, but given: ${statusCode}`);
  });

  test('a handler that throws says nothing of it to the client', async () => {
    const { result, errors } = await answerOf(() => Promise.reject(new Error('password: secret')));
    expect(result).toEqual(internal);
    expect(errors).toEqual(['Error: password: secret']);
  });

  test('an answer that the factory did not make is none', async () => {
    const { result } = await answerOf(() => Promise.resolve({ status: 200 } as object));
    expect(result).toEqual(internal);
  });
});

describe('the cluster', () => {
  let cluster: Server;
  let received: IncomingMessage[] = [];

  beforeAll(async () => {
    cluster = createServer((request, response) => {
      received.push(request);
      const isKnown = request.headers.authorization !== undefined;
      response.writeHead(isKnown ? 200 : 401, {
        'content-type': 'application/json',
        ...(isKnown ? {} : { 'www-authenticate': 'Basic realm="cluster"' }),
      });
      response.end(JSON.stringify(isKnown ? { ok: true } : { error: 'Unauthorized' }));
    });
    await new Promise<void>((resolve) => cluster.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    received = [];
  });

  afterAll(() => new Promise((resolve) => cluster.close(resolve)));

  function forwarding(user: { username?: string; password?: string } = {}) {
    const { port } = cluster.address() as AddressInfo;
    const { server, router } = hostServer(
      {},
      { opensearchUrl: `http://127.0.0.1:${port}`, ...user }
    );
    router.get({ path: '/api/test', validate }, async ({ core }, _request, response) => {
      const client = core.opensearch.client.asCurrentUser;
      const { body } = await client.transport.request({ method: 'GET', path: '/_cluster' });
      return response.ok({ body });
    });
    return server;
  }

  test('is called as the user of the request', async () => {
    const { statusCode } = await forwarding({ username: 'admin', password: 'p' }).inject({
      url: '/api/test',
      headers: { authorization: 'Basic eWE6eWE=' },
    });
    expect(statusCode).toBe(200);
    expect(received.map(({ headers: { authorization } }) => authorization)).toEqual([
      'Basic eWE6eWE=',
    ]);
  });

  test('is called as the workbench’s own user where the request brings none', async () => {
    const { result } = await forwarding({ username: 'admin', password: 'pä:ss' }).inject(
      '/api/test'
    );
    expect(result).toEqual({ ok: true });
    const own = Buffer.from('admin:pä:ss').toString('base64');
    expect(received[0]?.headers.authorization).toBe(`Basic ${own}`);
  });

  test('its 401 is passed on', async () => {
    const response = await forwarding().inject('/api/test');
    expect(response.statusCode).toBe(401);
    expect(response.result).toMatchObject({ statusCode: 401, error: 'Unauthorized' });
    expect(response.headers['www-authenticate']).toBe('Basic realm="cluster"');
  });
});
