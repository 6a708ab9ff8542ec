import { Readable } from 'stream';
import { promisify } from 'util';
import { unzip } from 'zlib';
import type { TransportAnswer } from '../platform';
import { ClusterError } from './cluster_error';
import type { Chunks } from './json_parts';

/** How long an answer may stand still, in ms: the client watches over its beginning only. */
const STALLED_AFTER_MS = 30_000;

async function* watched(stream: Readable, stalledAfterMs: number): Chunks {
  let stalled = false;
  const watch = setTimeout(() => {
    stalled = true;
    // without an error, which nobody would catch on the client's request
    stream.destroy();
  }, stalledAfterMs);
  try {
    for await (const chunk of stream) {
      yield chunk as Buffer;
      watch.refresh();
    }
  } catch (error) {
    if (stalled) throw new ClusterError('timeout', 'The answer came to a stop.');
    throw new ClusterError('unreachable', `The answer broke off. ${String(error)}`);
  } finally {
    clearTimeout(watch);
  }
}

async function bytesOf(chunks: Chunks): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** As a whole: a stream that fails while it is unpacked would fail the client's request too. */
async function* unpacked(chunks: Chunks): Chunks {
  const packed = await bytesOf(chunks);
  try {
    yield await promisify(unzip)(packed);
  } catch (error) {
    throw new ClusterError('malformed', `The answer can't be unpacked. ${String(error)}`);
  }
}

/**
 * The bytes of an answer that the client hands over as it comes.
 * @throws ClusterError `unreachable` where it breaks off, `timeout` where it stands still
 */
export function chunksOf(
  { body, headers }: TransportAnswer,
  stalledAfterMs: number = STALLED_AFTER_MS
): Chunks {
  if (!(body instanceof Readable)) {
    throw new ClusterError('malformed', 'The answer is not a stream.');
  }
  const chunks = watched(body, stalledAfterMs);
  const packed = /gzip|deflate/i.test(String(headers?.['content-encoding'] ?? ''));
  return packed ? unpacked(chunks) : chunks;
}

/** The whole of an answer, as text. */
export async function textOf(chunks: Chunks): Promise<string> {
  return (await bytesOf(chunks)).toString();
}
