import { Client } from '@opensearch-project/opensearch';
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { clusterOf, type Cluster } from './cluster';
import { readIngestPipelines } from './pipelines';

/** What the wire does next; the answers are those that a real 3.6.0 gave. */
let answer: { status: number; type?: string; body: string } | 'hang' | 'drop';
let requests = 0;
let server: Server;
let cluster: Cluster;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    request.resume();
    if (answer === 'hang') return;
    if (answer === 'drop') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  cluster = clusterOf(new Client({ node: `http://127.0.0.1:${port}`, requestTimeout: 300 }));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests = 0;
});

const send = (method: 'GET' | 'DELETE' = 'GET') => cluster.request({ method, path: '/x' });

describe('clusterOf', () => {
  it("tells a refusal in the cluster's own words", async () => {
    const reason = 'no permissions for [cluster:admin/ingest/pipeline/get] and User [name=other]';
    const error = { root_cause: [], type: 'security_exception', reason };
    answer = { status: 403, body: JSON.stringify({ error, status: 403 }) };
    await expect(send()).rejects.toMatchObject({
      name: 'ClusterError',
      kind: 'forbidden',
      message: reason,
      status: 403,
      type: 'security_exception',
    });
  });

  it.each([
    ['cut short', '{"error":{"root_cause":[{"type":"status_exception","reason":"1 agents are st'],
    ['with a tail', '{"error":{"type":"status_exception"},"status":409}nes are still using"}'],
  ])('takes a 409 whose body is %s for malformed', async (_how, body) => {
    answer = { status: 409, body };
    await expect(send('DELETE')).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('passes a 401 on as the client threw it, for the platform', async () => {
    answer = { status: 401, type: 'text/plain', body: 'Unauthorized' };
    await expect(send()).rejects.toMatchObject({ name: 'ResponseError', statusCode: 401 });
  });

  it('sends a request that changes something only once', async () => {
    answer = 'drop';
    await expect(send('DELETE')).rejects.toMatchObject({ kind: 'unreachable' });
    expect(requests).toBe(1);
  });

  it('reports an answer that does not come', async () => {
    answer = 'hang';
    await expect(send('DELETE')).rejects.toMatchObject({ kind: 'timeout' });
  });
});

describe('readIngestPipelines', () => {
  it('takes the 404 {} of a cluster without pipelines for none', async () => {
    answer = { status: 404, body: '{}' };
    await expect(readIngestPipelines(cluster)).resolves.toEqual([]);
  });

  it('takes the 404 of a proxy for a failure', async () => {
    answer = { status: 404, type: 'text/html', body: '<h1>Not Found</h1>' };
    await expect(readIngestPipelines(cluster)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it.each(['[]', '"x"', '{"p":3}'])('takes the answer %s for malformed', async (body) => {
    answer = { status: 200, body };
    await expect(readIngestPipelines(cluster)).rejects.toMatchObject({ kind: 'malformed' });
  });
});
