import { ClusterError } from './cluster_error';
import { isRecord, type JsonRecord } from './json';
import { parsed, readParts, type Chunks } from './json_parts';
import type { Reader } from './stored_document';

/** The key in `{"key":` or `,"key":`. */
function keyIn(before: string): string {
  const key = parsed(before.trim().slice(1, -1));
  if (typeof key === 'string') return key;
  throw new ClusterError('malformed', `The answer has no key in: ${before}`);
}

/**
 * Hands out the members of a JSON object of objects as they come, those that may matter to the
 * reader. @throws ClusterError `malformed`, after it has handed out those that came before
 */
export async function forEachMember(chunks: Chunks, { take, mayMatter }: Reader): Promise<void> {
  const onPart = (text: string, before: string) =>
    take({ id: keyIn(before), source: parsed(text) as JsonRecord });
  const rest = await readParts(chunks, 1, onPart, mayMatter);
  if (!isRecord(rest) || !Object.values(rest).every(isRecord)) {
    throw new ClusterError('malformed', 'The answer is not an object of objects.');
  }
}
