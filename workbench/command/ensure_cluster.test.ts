import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ensureCluster } from './ensure_cluster';

const cluster = createServer((request, response) => {
  const [status = '200', body = ''] = answers[request.headers.authorization ?? ''] ?? [];
  response.writeHead(Number(status), { 'content-type': 'application/json' }).end(body);
});
let answers: Record<string, [status: string, body: string]> = {};
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => cluster.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(cluster.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => cluster.close(resolve)));

const about = '{"version":{"number":"3.6.0"}}';
const basic = `Basic ${Buffer.from('admin:wrong').toString('base64')}`;

test('is content with a cluster that answers', async () => {
  answers = { '': ['200', about] };
  await expect(ensureCluster(url, {})).resolves.toBeUndefined();
});

test('is content with one that asks who is there: visitors bring their own user', async () => {
  answers = { '': ['401', '{}'] };
  await expect(ensureCluster(url, {})).resolves.toBeUndefined();
});

test('says that the user it was given is refused', async () => {
  answers = { [basic]: ['401', '{}'] };
  const user = { username: 'admin', password: 'wrong' };
  await expect(ensureCluster(url, user)).rejects.toThrow('refuses the user "admin"');
});

test('says that something else answers', async () => {
  answers = { '': ['200', '{"hello":"world"}'] };
  await expect(ensureCluster(url, {})).rejects.toThrow('is not OpenSearch');
});

test('says that nothing answers, and at which address', async () => {
  await expect(ensureCluster('http://127.0.0.1:9', {})).rejects.toThrow(
    "OpenSearch can't be reached at http://127.0.0.1:9 (OPENSEARCH_URL)"
  );
  await expect(ensureCluster('http://127.0.0.1:9', {}, 'OPENSEARCH_DATA_SOURCES')).rejects.toThrow(
    "OpenSearch can't be reached at http://127.0.0.1:9 (OPENSEARCH_DATA_SOURCES)"
  );
});
