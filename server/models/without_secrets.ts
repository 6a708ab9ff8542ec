import type { JsonRecord } from '../cluster';
import { isRecord } from '../cluster';

/** What stands in the place of a value that is kept back. */
export const WITHHELD = '***';

/** Left out whole: ML Commons puts whatever authenticates under these. */
const CREDENTIAL_KEYS: ReadonlySet<string> = new Set(['credential', 'credentials']);

/** Keys that people write secrets under where ML Commons expects none. */
const SECRET_KEYS: ReadonlySet<string> = new Set([
  'authorization',
  'password',
  'secret',
  'api_key',
  'apikey',
  'access_key',
  'secret_key',
  'session_token',
]);

/** Under these the keys are names of fields, and the values names or types. */
const FIELD_NAMES: ReadonlySet<string> = new Set([
  'properties',
  'field_map',
  'input_map',
  'output_map',
]);

/** A reference to a secret, such as `${credential.key}`, is none itself. */
const REFERENCE = /^\$\{[\w.]+\}$/;

/** Whatever a secret is written as: what is in it is kept back, to the last value. */
function withheldValue(value: unknown): unknown {
  if (value === null || value === '' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(withheldValue);
  if (isRecord(value)) return withoutValues(value);
  return typeof value === 'string' && REFERENCE.test(value) ? value : WITHHELD;
}

function withoutValues(record: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, withheldValue(value)])
  );
}

/** Header names are of use, values can be keys that ML Commons doesn't know to strip. */
function withoutHeaderValues(headers: unknown): unknown {
  if (!isRecord(headers)) return withheldValue(headers);
  return Object.fromEntries(Object.keys(headers).map((name) => [name, WITHHELD]));
}

/** JSON in a string is cleaned too; a string without secrets stays as it was written. */
function cleanText(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    const before = JSON.stringify(parsed);
    const after = JSON.stringify(clean(parsed));
    return after === before ? text : after;
  } catch {
    return text;
  }
}

function cleanMember(key: string, value: unknown): unknown {
  const name = key.toLowerCase();
  if (name === 'headers') return withoutHeaderValues(value);
  if (SECRET_KEYS.has(name)) return withheldValue(value);
  if (FIELD_NAMES.has(key)) return cleanFields(value);
  return clean(value);
}

/** Of fields only what stands under their names is cleaned. */
function cleanFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanFields);
  if (!isRecord(value)) return clean(value);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, clean(field)]));
}

function cleanRecord(value: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !CREDENTIAL_KEYS.has(key.toLowerCase()))
      .map(([key, child]) => [key, cleanMember(key, child)])
  );
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  return isRecord(value) ? cleanRecord(value) : value;
}

/**
 * A definition as it may be shown: without credentials, and without the values of headers, which
 * ML Commons sends out as they were written; at any depth, and in JSON inside strings.
 */
export function withoutSecrets(definition: JsonRecord): JsonRecord {
  return cleanRecord(definition);
}
