import { LosslessNumber, parse, stringify } from 'lossless-json';
import { ClusterError } from './errors';
import { isRecord, type JsonRecord } from './json';

/** A number, or its text where JavaScript would write another one: `1.0`, `12345678901234567890`. */
function parseNumber(text: string): number | LosslessNumber {
  const value = Number(text);
  return String(value) === text ? value : new LosslessNumber(text);
}

/**
 * The value that a text is, with numbers as they are written: one that JavaScript would change is an
 * object of its own, which only `exactText` and `plainJson` know. @throws ClusterError `malformed`
 */
export function parseExactly(text: string): unknown {
  try {
    return parse(text, undefined, { parseNumber });
  } catch {
    // the parser's own words repeat a piece of the answer
    throw new ClusterError('malformed', 'The answer is not JSON.');
  }
}

/** The text of a value that was parsed exactly. */
export function exactText(value: unknown): string {
  return stringify(value) ?? 'null';
}

function plainValue(value: unknown): unknown {
  if (value instanceof LosslessNumber) return Number(value.value);
  if (Array.isArray(value)) return value.map(plainValue);
  return isRecord(value) ? plainJson(value) : value;
}

/** A record that was parsed exactly, with numbers as JavaScript has them. */
export function plainJson(record: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, plainValue(one)]));
}

/** Whether a value is a number that is kept as it is written. */
export function isExactNumber(value: unknown): boolean {
  return value instanceof LosslessNumber;
}
