import { isRecord } from '../../cluster';
import { isGeneratedId } from '../generated_ids';

/** To be written over by the admin. */
export const ANOTHER_MODEL = '<ID of another model>';

/** Before a whole word; `\n` of JSON that is written in a text, or `%22` of a URL, is no part of it. */
const WORD_START = '(?<=^|[^A-Za-z0-9_-]|\\\\(?:[nrtbf]|u[0-9A-Fa-f]{4})|%(?:25)?[0-9A-Fa-f]{2})';

/**
 * The id as a string of its own, also in JSON inside a string; one that ML Commons made as a word of
 * any text.
 */
function inText(text: string, modelId: string): string {
  if (text === modelId) return ANOTHER_MODEL;
  // ids are letters, digits, "_" and "-": nothing that a pattern gives a meaning
  const found = isGeneratedId(modelId)
    ? new RegExp(`${WORD_START}${modelId}(?![A-Za-z0-9_-])`, 'g')
    : new RegExp(`(?<=\\\\*")${modelId}(?=\\\\*")`, 'g');
  return text.replace(found, ANOTHER_MODEL);
}

/** A value in which another model, still to be named, stands in the place of one. */
export function withAnotherModel(value: unknown, modelId: string): unknown {
  if (typeof value === 'string') return inText(value, modelId);
  if (Array.isArray(value)) return value.map((child) => withAnotherModel(child, modelId));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      isGeneratedId(modelId) ? inText(key, modelId) : key,
      withAnotherModel(child, modelId),
    ])
  );
}
