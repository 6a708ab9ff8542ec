import { ClusterError } from './cluster_error';
import { isRecord, valueAt, type JsonRecord } from './json';
import { parsed, readParts, type Chunks } from './json_parts';
import type { Reader } from './stored_document';

/** The key at the end of `{"key":`, `,"key":` or `{"outer":{"key":`. */
const KEY = /"(?:[^"\\]|\\.)*"(?=\s*:\s*$)/;

function keyIn(before: string): string {
  const [key] = KEY.exec(before) ?? [];
  if (key !== undefined) return String(parsed(key));
  throw new ClusterError('malformed', `The answer has no key in: ${before}`);
}

/**
 * Hands out the members of a JSON object of objects as they come, those that may matter to the
 * reader: of the answer itself, or of the object that lies in it under some keys, each in the one
 * before; where that is left out there are none. Answers with the rest, where an empty object
 * takes the place of each member.
 * @throws ClusterError `malformed`, after it has handed out those that came before
 */
export async function forEachMember(
  chunks: Chunks,
  { take, mayMatter }: Reader,
  ...keys: string[]
): Promise<JsonRecord> {
  const onPart = (text: string, before: string) =>
    take({ id: keyIn(before), source: parsed(text) as JsonRecord });
  const rest = await readParts(chunks, keys.length + 1, onPart, mayMatter);
  const members = valueAt(rest, ...keys) ?? {};
  if (!isRecord(rest) || !isRecord(members) || !Object.values(members).every(isRecord)) {
    throw new ClusterError('malformed', 'The answer is not an object of objects.');
  }
  return rest;
}
