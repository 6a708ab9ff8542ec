import { Client } from '@opensearch-project/opensearch';
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { clusterOf, type Cluster } from './cluster';
import { readIngestPipelines } from './pipelines';

/** What the wire does next; the answers are those that a real 3.6.0 gave. */
type WireAnswer = { status: number; type?: string; body: string } | 'hang' | 'drop';
let answer: WireAnswer;
/** Given once each, before `answer`. */
let firstAnswers: WireAnswer[] = [];
let requests = 0;
let server: Server;
let cluster: Cluster;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    request.resume();
    const now = firstAnswers.shift() ?? answer;
    if (now === 'hang') return;
    if (now === 'drop') {
      request.socket.destroy();
      return;
    }
    response.writeHead(now.status, { 'content-type': now.type ?? 'application/json' });
    response.end(now.body);
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
  firstAnswers = [];
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

  const OVERWRITTEN =
    '{"error":{"root_cause":[{"type":"status_exception","reason":"1 agents are still using this';

  it.each([
    ['cut to its own length', OVERWRITTEN],
    ['as long as its own', '{"error":{"type":"status_exception"},"status":409}'],
  ])("asks again when ML Commons wrote another's refusal into a read, %s", async (_how, body) => {
    firstAnswers = [{ status: 200, body }];
    answer = { status: 200, body: '{"name":"minilm"}' };
    await expect(send()).resolves.toEqual({ name: 'minilm' });
    expect(requests).toBe(2);
  });

  it('does not ask for ever, and never repeats a delete', async () => {
    answer = { status: 200, body: OVERWRITTEN };
    await expect(send()).rejects.toMatchObject({ kind: 'malformed' });
    expect(requests).toBe(3);
    await expect(send('DELETE')).rejects.toMatchObject({ kind: 'malformed' });
    expect(requests).toBe(4);
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
