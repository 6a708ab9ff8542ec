import { isRecord } from '../../cluster';
import { isGeneratedId } from '../generated_ids';

/** To be written over by the admin. */
export const ANOTHER_MODEL = '<ID of another model>';

/** The id as a string of its own, also in JSON inside a string; one that ML Commons made anywhere. */
function inText(text: string, modelId: string): string {
  if (text === modelId) return ANOTHER_MODEL;
  if (isGeneratedId(modelId)) return text.replaceAll(modelId, ANOTHER_MODEL);
  // ids are letters, digits, "_" and "-": nothing that a pattern gives a meaning
  const quoted = new RegExp(`(\\\\*")${modelId}(\\\\*")`, 'g');
  return text.replace(quoted, `$1${ANOTHER_MODEL}$2`);
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
