import type { JsonRecord } from '../cluster';
import { isRecord } from '../cluster';

/** A model's content, and everything that authenticates. */
const WITHHELD_KEYS = new Set(['content', 'model_content', 'old_model_content', 'credential']);

const WITHHELD = '***';

/** Header names are of use, values can be keys that ML Commons doesn't know to strip. */
function withoutValues(headers: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, WITHHELD]));
}

function withheld(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withheld);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !WITHHELD_KEYS.has(key))
      .map(([key, child]) => [
        key,
        key === 'headers' && isRecord(child) ? withoutValues(child) : withheld(child),
      ])
  );
}

/**
 * A model's document as it may be shown: without content and credentials, and without the values
 * of an embedded connector's headers, which ML Commons sends out as they were written.
 */
export function publicMetadata(source: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(source)
      .filter(([key]) => !WITHHELD_KEYS.has(key))
      .map(([key, value]) => [key, withheld(value)])
  );
}
