import { createServer, type Server } from 'http';
import { gzipSync } from 'zlib';
import { Client } from '@opensearch-project/opensearch';
import type { AddressInfo } from 'net';
import { chunksOf, type Cluster, clusterOf } from './cluster';
import { readParts } from './json_stream';
import { readMlConfigs } from './ml_resources';
import { readIngestPipelines } from './pipelines';
import { collected } from './search_all';

/** What the wire does next; the answers are those that a real 3.6.0 gave. */
type WireAnswer =
  | {
      status: number;
      type?: string;
      body: string | Buffer;
      encoding?: string;
      /** Only half of it comes, and then no more. */
      then?: 'drop' | 'hang';
    }
  | 'hang'
  | 'drop';
let answer: WireAnswer;
/** Given once each, before `answer`. */
let firstAnswers: WireAnswer[] = [];
let requests = 0;
/** Whether the cluster knows that nobody waits for its answer any more. */
let wasClosed: Promise<void>;
let server: Server;
let cluster: Cluster;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    request.resume();
    wasClosed = new Promise((resolve) => response.once('close', resolve));
    const now = firstAnswers.shift() ?? answer;
    if (now === 'hang') return;
    if (now === 'drop') {
      request.socket.destroy();
      return;
    }
    const { status, type = 'application/json', body, encoding, then } = now;
    response.writeHead(status, {
      'content-type': type,
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    });
    if (then === undefined) {
      response.end(body);
      return;
    }
    response.write(body.slice(0, Math.ceil(body.length / 2)), () => {
      if (then === 'drop') request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  cluster = clusterOf(new Client({ node: url, requestTimeout: 300 }));
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

/** Another request's refusal, cut to the length of this answer. */
const OVERWRITTEN =
  '{"error":{"root_cause":[{"type":"status_exception","reason":"1 agents are still using this';

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

  it('gives up on a read that a node may hold up, and sends it once', async () => {
    answer = 'hang';
    const read = cluster.request({ method: 'GET', path: '/x', timeoutMs: 50 });
    await expect(read).rejects.toMatchObject({ kind: 'timeout' });
    expect(requests).toBe(1);
  });

  it('sends a request that changes something only once', async () => {
    answer = 'drop';
    await expect(send('DELETE')).rejects.toMatchObject({ kind: 'unreachable' });
    expect(requests).toBe(1);
  });

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

describe('readStream', () => {
  const PIPELINES = '{"p":{"processors":[]}}';
  const read = () =>
    cluster.readStream({ method: 'GET', path: '/x' }, (chunks) => readParts(chunks, 9, () => {}));

  it('gives the text of an answer, packed or not', async () => {
    answer = { status: 200, body: PIPELINES };
    await expect(read()).resolves.toEqual({ p: { processors: [] } });
    answer = { status: 200, body: gzipSync(PIPELINES), encoding: 'gzip' };
    await expect(read()).resolves.toEqual({ p: { processors: [] } });
  });

  it('tells a refusal as any other read does, and asks once', async () => {
    const reason = 'no permissions for [cluster:admin/ingest/pipeline/get]';
    answer = { status: 403, body: JSON.stringify({ error: { reason, type: 'x' }, status: 403 }) };
    await expect(read()).rejects.toMatchObject({ kind: 'forbidden', message: reason, status: 403 });
    expect(requests).toBe(1);
    answer = { status: 500, type: 'text/plain', body: 'broken' };
    await expect(read()).rejects.toMatchObject({ kind: 'rejected', message: 'broken' });
  });

  it('leaves to the client what it repeats, and a 401', async () => {
    firstAnswers = [{ status: 503, body: '{"error":"warming up","status":503}' }];
    answer = { status: 200, body: PIPELINES };
    await expect(read()).resolves.toEqual({ p: { processors: [] } });
    answer = { status: 401, type: 'text/plain', body: 'Unauthorized' };
    await expect(read()).rejects.toMatchObject({ name: 'ResponseError', statusCode: 401 });
  });

  it('asks again for an answer that breaks off or that the reader finds malformed', async () => {
    firstAnswers = [{ status: 200, body: PIPELINES, then: 'drop' }];
    answer = { status: 200, body: PIPELINES };
    await expect(read()).resolves.toEqual({ p: { processors: [] } });
    firstAnswers = [{ status: 200, body: OVERWRITTEN }];
    await expect(read()).resolves.toEqual({ p: { processors: [] } });
  });

  it('never takes half of an answer for the whole', async () => {
    answer = { status: 200, body: PIPELINES, then: 'drop' };
    await expect(read()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(requests).toBe(3);
    const half = gzipSync(PIPELINES.repeat(2));
    answer = { status: 200, body: half.subarray(0, half.length / 2), encoding: 'gzip' };
    await expect(read()).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('asks once for a change whose answer breaks off', async () => {
    answer = { status: 200, body: '{"result":"deleted"}', then: 'drop' };
    await expect(send('DELETE')).rejects.toMatchObject({ kind: 'unreachable' });
    expect(requests).toBe(1);
  });

  it.each<[string, WireAnswer]>([
    ['before it answers', 'hang'],
    ['while it answers', { status: 200, body: PIPELINES, then: 'hang' }],
  ])('lets the cluster go %s when whoever asked has gone, and asks no more', async (_when, now) => {
    answer = now;
    const controller = new AbortController();
    const given = clusterOf(new Client({ node: url }), controller.signal);
    const arrived = requests + 1;
    const read = readIngestPipelines(given, { take: () => undefined });
    while (requests < arrived) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(read).rejects.toMatchObject({ message: 'The request was given up.' });
    await wasClosed;
    await expect(given.request({ method: 'GET', path: '/' })).rejects.toThrow('given up');
    expect(requests).toBe(arrived);
  });

  it('does not wait for ever for the rest of an answer', async () => {
    answer = { status: 200, body: PIPELINES, then: 'hang' };
    const sent = new Client({ node: url }).transport.request(
      { method: 'GET', path: '/x' },
      { asStream: true }
    );
    const chunks = chunksOf(await sent, { stalledAfterMs: 50 });
    await expect(readParts(chunks, 9, () => {})).rejects.toMatchObject({ kind: 'timeout' });
  });
});

describe('readIngestPipelines', () => {
  const pipelines = (mayMatter?: (text: string) => boolean) =>
    collected((take) => readIngestPipelines(cluster, { take, ...(mayMatter && { mayMatter }) }));

  it('takes the 404 {} of a cluster without pipelines for none', async () => {
    answer = { status: 404, body: '{}' };
    await expect(pipelines()).resolves.toEqual([]);
  });

  it('takes the 404 of a proxy for a failure', async () => {
    answer = { status: 404, type: 'text/html', body: '<h1>Not Found</h1>' };
    await expect(pipelines()).rejects.toMatchObject({ kind: 'rejected', status: 404 });
  });

  it.each(['[]', '"x"', '{"p":3}'])('takes the answer %s for malformed', async (body) => {
    answer = { status: 200, body };
    await expect(pipelines()).rejects.toMatchObject({ kind: 'malformed' });
  });
});

describe('readMlConfigs', () => {
  it('takes the 404 of ML Commons for none', async () => {
    const reason = 'Failed to find config with the provided config id: os_chat';
    const error = { root_cause: [], type: 'status_exception', reason };
    answer = { status: 404, body: JSON.stringify({ error, status: 404 }) };
    await expect(readMlConfigs(cluster)).resolves.toEqual([]);
  });

  it.each([
    ['text/html', '<h1>Not Found</h1>'],
    ['application/json', '{"error":"gone"}'],
  ])('takes the 404 of a proxy, %s %s, for a failure', async (type, body) => {
    answer = { status: 404, type, body };
    await expect(readMlConfigs(cluster)).rejects.toMatchObject({ kind: 'rejected', status: 404 });
  });
});
