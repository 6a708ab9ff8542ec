import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ValidationFunction } from '../../../server/platform';
import { hostServer } from '../testing/host_server';

const pass: ValidationFunction<unknown> = (data, { ok }) => ok(data);
const free = { params: pass, query: pass, body: pass };

function withRoutes() {
  const { server, router } = hostServer();
  router.get({ path: '/api/test', validate: free }, (_context, _request, response) =>
    Promise.resolve(response.ok({ body: { done: true } }))
  );
  router.delete({ path: '/api/test', validate: free }, (_context, _request, response) =>
    Promise.resolve(response.ok({ body: { done: true } }))
  );
  return server;
}

describe('requests of other pages and versions', () => {
  test('a delete without a header of ours is refused', async () => {
    const { statusCode, result } = await withRoutes().inject({
      method: 'DELETE',
      url: '/api/test',
    });
    expect(statusCode).toBe(400);
    expect(result).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: 'Request must contain the osd-xsrf header.',
    });
  });

  test.each<Record<string, string>>([{ 'osd-xsrf': 'anything' }, { 'osd-version': '3.6.0' }])(
    'a delete with %j is taken',
    async (headers) => {
      const answer = await withRoutes().inject({ method: 'DELETE', url: '/api/test', headers });
      expect(answer.result).toEqual({ done: true });
    }
  );

  test('a read needs none', async () => {
    expect((await withRoutes().inject('/api/test')).statusCode).toBe(200);
  });

  test.each(['GET', 'DELETE'])('a %s of another version is refused', async (method) => {
    const { statusCode, result } = await withRoutes().inject({
      method,
      url: '/api/test',
      headers: { 'osd-version': '3.3.0', 'osd-xsrf': 'x' },
    });
    expect(statusCode).toBe(400);
    expect(result).toMatchObject({
      message: expect.stringContaining('"osd-version" header was "3.3.0" but should be "3.6.0"'),
      attributes: { expected: '3.6.0', got: '3.3.0' },
    });
  });

  test('what is not there is not found', async () => {
    const { result } = await withRoutes().inject('/api/nothing');
    expect(result).toMatchObject({ statusCode: 404, error: 'Not Found', message: 'Not Found' });
  });
});

describe('pages', () => {
  test('the root leads to the models', async () => {
    const { statusCode, headers } = await hostServer().server.inject('/');
    expect([statusCode, headers.location]).toEqual([302, '/app/ml-models']);
  });

  test('every application is the same page, under the platform’s policy', async () => {
    const { payload, headers } = await hostServer().server.inject('/app/ml-models/models/abc?x=1');
    expect(headers['content-security-policy']).toBe(
      "script-src 'unsafe-eval' 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'"
    );
    // The policy lets no script run that stands in the page itself.
    expect(payload).not.toMatch(/<script>|<script(?! src=)/);
    expect(payload).toContain('/1/bundles/plugin/tiny/tiny.plugin.js');
  });

  test('a base path stands before every address', async () => {
    const { server } = hostServer({ basePath: '/dash' });
    const { payload } = await server.inject('/dash/app/ml-models');
    expect(payload).toContain('src="/dash/startup.js"');
    expect(payload).toContain('/dash/1/bundles/plugin/tiny/tiny.plugin.js');
    expect((await server.inject('/dash')).headers.location).toBe('/dash/app/ml-models');
  });
});

describe('bundles', () => {
  const url = '/1/bundles/plugin/tiny/tiny.plugin.js';

  function withBundle() {
    const { server, bundles } = hostServer();
    const file = path.join(bundles, 'tiny.plugin.js');
    for (const ending of ['', '.gz', '.br']) writeFileSync(file + ending, `content${ending}`);
    return server;
  }

  test.each([
    ['gzip, deflate, br', 'br', 'content.br'],
    ['gzip', 'gzip', 'content.gz'],
    ['identity', undefined, 'content'],
    [undefined, undefined, 'content'],
  ])('where %s is accepted, %s is sent', async (accepted, encoding, content) => {
    const headers: Record<string, string> = accepted ? { 'accept-encoding': accepted } : {};
    const answer = await withBundle().inject({ url, headers });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toContain('application/javascript');
    expect(answer.payload).toBe(content);
  });

  test('what the browser has already is not sent again', async () => {
    const server = withBundle();
    const { headers } = await server.inject(url);
    const again = await server.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  test.each(['..%2F..%2Fetc%2Fpasswd', '%2Fetc%2Fpasswd', 'nothing.js', '..'])(
    'there is no %s',
    async (name) => {
      const answer = await withBundle().inject(`/1/bundles/plugin/tiny/${name}`);
      expect(answer.statusCode).toBe(404);
    }
  );
});

describe('translations', () => {
  const texts = { 'mlModels.page.heading': '模型' };
  const asked = async (locale: string) => {
    const { server, bundles } = hostServer();
    mkdirSync(path.join(bundles, 'translations'));
    const write = (name: string, content: object) =>
      writeFileSync(path.join(bundles, name), JSON.stringify(content));
    write('.i18nrc.json', { translations: ['translations/zh-CN.json'] });
    write('translations/zh-CN.json', { messages: texts });
    write('translations/en.json', { messages: { 'mlModels.page.heading': 'Models' } });
    const answer = await server.inject(`/translations/${locale}.json`);
    return JSON.parse(answer.payload) as { translations: object };
  };

  test.each([
    ['zh-CN', texts],
    ['en-XA', { 'mlModels.page.heading': '⟦Mödélš···⟧' }],
    ['fr-FR', {}],
    ['..%2Fzh-CN', {}],
  ])('of %s', async (locale, messages) => {
    const { translations } = await asked(locale);
    expect(translations).toMatchObject({ messages });
  });
});
