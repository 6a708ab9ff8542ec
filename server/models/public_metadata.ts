import type { JsonRecord } from '../cluster';
import { isRecord } from '../cluster';
import { withoutSecrets } from './without_secrets';

const CONTENT_KEYS: ReadonlySet<string> = new Set([
  'content',
  'model_content',
  'old_model_content',
]);

function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContent);
  return isRecord(value) ? recordWithoutContent(value) : value;
}

function recordWithoutContent(value: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !CONTENT_KEYS.has(key))
      .map(([key, child]) => [key, withoutContent(child)])
  );
}

/**
 * A model's document as it may be shown: without its content, and without all that authenticates,
 * in an embedded connector too.
 */
export function publicMetadata(source: JsonRecord): JsonRecord {
  return recordWithoutContent(withoutSecrets(source));
}
