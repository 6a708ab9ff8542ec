import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the remote models of the sample data call. */
export interface Gateway {
  /** Its base URL, such as `http://127.0.0.1:40123`. */
  url: string;
  stop(): Promise<void>;
}

/** A place in a vector for a word, and which way it points. */
function placeOf(word: string, dimension: number): { at: number; sign: number } {
  const hash = createHash('sha256').update(word).digest();
  return { at: hash.readUInt32BE(0) % dimension, sign: (hash[4] ?? 0) % 2 === 0 ? 1 : -1 };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A vector of length 1: texts with the same words are near each other, whatever their order. */
export function embedText(text: string, dimension: number): number[] {
  const vector: number[] = new Array<number>(dimension).fill(0);
  for (const word of wordsOf(text)) {
    const { at, sign } = placeOf(word, dimension);
    vector[at] = (vector[at] ?? 0) + sign;
  }
  // k-NN takes no vector of length 0 where it measures angles
  if (!vector.some((value) => value !== 0)) vector[0] = 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** How many words of a query a text has, from 0 to 1. */
function relevance(query: string, text: string): number {
  const [asked, there] = [wordsOf(query), new Set(wordsOf(text))];
  return asked.length === 0 ? 0 : asked.filter((word) => there.has(word)).length / asked.length;
}

interface Asked {
  model?: string;
  input?: string | string[];
  query?: string;
  documents?: string[];
  text?: string;
  messages?: Array<{ content?: string }>;
}

/** The dimension that a model's name ends with: `dense-768`. */
function dimensionOf(model = ''): number {
  return Number(/-(\d+)$/.exec(model)?.[1] ?? 768);
}

/** What each path answers, in the form of the services that the connectors are written for. */
const ANSWERS: Record<string, (asked: Asked) => unknown> = {
  '/v1/embeddings': ({ model, input = '' }) => ({
    object: 'list',
    model,
    data: [input].flat().map((text, index) => ({
      object: 'embedding',
      index,
      embedding: embedText(text, dimensionOf(model)),
    })),
  }),
  '/v1/sparse': ({ input = '' }) =>
    [input].flat().map((text) => Object.fromEntries(wordsOf(text).map((word) => [word, 1]))),
  '/v1/image-embeddings': ({ text = 'photo' }) => ({ embedding: embedText(text, 512) }),
  '/v1/rerank': ({ query = '', documents = [] }) => ({
    results: documents.map((text, index) => ({ index, relevance_score: relevance(query, text) })),
  }),
  '/v1/chat/completions': ({ model, messages = [] }) => ({
    object: 'chat.completion',
    model,
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: {
          role: 'assistant',
          content: `This is sample data. You said: ${messages.at(-1)?.content ?? ''}`,
        },
      },
    ],
  }),
  '/v1/classify': () => ({ label: 'accept', score: 1 }),
  '/v1/translate': ({ text }) => ({ text }),
  '/v1/transcribe': () => ({ text: '' }),
};

async function readJson(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Asked;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Starts what the remote models of the sample data call, so that they can be tried: nothing in it is
 * learned. At a port of its own choice where none is given. @throws Error where the port is taken
 */
export async function startGateway(port = 0): Promise<Gateway> {
  const server = createServer((request, response) => {
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const answer = ANSWERS[request.url ?? ''];
    if (!answer) return say(404, { error: 'The sample data have no such model.' });
    readJson(request).then(
      (asked) => say(200, answer(asked)),
      () => say(400, { error: 'The request is not JSON.' })
    );
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
