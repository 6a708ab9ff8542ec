import type { JsonRecord } from '../cluster/json';
import { isNoSecret, secrecyOf, REDACTED, redactSecretText } from '../cluster/secrets';
import { isRecord } from '../cluster/json';

/** Left out whole: ML Commons puts whatever authenticates under these. */
const CREDENTIAL_KEYS: ReadonlySet<string> = new Set(['credential', 'credentials']);

/** Under these the keys are names of fields, and the values names of others. */
const FIELD_NAMES: ReadonlySet<string> = new Set(['field_map', 'input_map', 'output_map']);

/** Under these the keys are names that people give, and each value says what is named so. */
const NAMED_PARTS: ReadonlySet<string> = new Set([
  ...['properties', 'fields', 'aliases', 'aggs', 'aggregations'],
  // of the analysis of an index
  ...['analyzer', 'tokenizer', 'filter', 'char_filter', 'normalizer'],
]);

/** What a field has by default, or may have. */
const FIELD_VALUES: ReadonlySet<string> = new Set([
  'default',
  'const',
  'enum',
  'example',
  'examples',
  'null_value',
]);

/** Keys of a record by which its `value` is called: `{ "name": "api_key", "value": "…" }`. */
const NAMED_BY = ['name', 'key', 'field', 'header'];

/** Deeper than OpenSearch itself reads JSON, and far from the end of the stack. */
const MOST_DEPTH = 1_000;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

function countQuotes(text: string): number {
  return text.split('"').length;
}

/** One cleaning of a definition; says afterwards whether anything was kept back. */
class Cleaning {
  isWhole = true;

  record(value: JsonRecord, depth = 1): JsonRecord {
    const members = Object.entries(value).flatMap(([key, child]) => {
      if (!CREDENTIAL_KEYS.has(key.toLowerCase())) {
        return [[key, this.member(value, key, child, depth)] as const];
      }
      this.isWhole = false;
      return [];
    });
    return Object.fromEntries(members);
  }

  private value(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return this.text(value, depth);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MOST_DEPTH) return this.withhold();
    if (Array.isArray(value)) return value.map((child) => this.value(child, depth + 1));
    return this.record(value as JsonRecord, depth + 1);
  }

  private member(record: JsonRecord, key: string, value: unknown, depth: number): unknown {
    if (key === 'value' && NAMED_BY.some((by) => this.namesSecret(record[by]))) {
      return this.secret(value, '', depth);
    }
    if (NAMED_PARTS.has(key)) return this.namedParts(value, depth);
    if (FIELD_NAMES.has(key)) return this.fieldNames(value, depth);
    if (secrecyOf(key) === 'none') return this.value(value, depth);
    return this.secret(value, key, depth, /headers?$/i.test(key));
  }

  private namesSecret(name: unknown): boolean {
    return typeof name === 'string' && secrecyOf(name) !== 'none';
  }

  /**
   * Whatever a secret is written as: what is in it is kept back, to the last value. Names of
   * headers are of use, and each value can be a key that ML Commons doesn't know to strip.
   */
  private secret(value: unknown, name: string, depth: number, isHeaders = false): unknown {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'number' && !isHeaders && secrecyOf(name) === 'texts') return value;
    if (typeof value === 'string' && !isHeaders && isNoSecret(value, name)) return value;
    if (typeof value !== 'object' || depth > MOST_DEPTH) return this.withhold();
    if (Array.isArray(value)) {
      return value.map((child) => this.secret(child, name, depth + 1, isHeaders));
    }
    const members = Object.entries(value).map(([key, child]) => [
      key,
      isHeaders ? this.withhold() : this.secret(child, name, depth + 1),
    ]);
    return Object.fromEntries(members) as JsonRecord;
  }

  /** Only what is under the names of fields is cleaned: they are names, not keys of secrets. */
  private fieldNames(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return this.value(value, depth);
    if (depth > MOST_DEPTH) return this.withhold();
    if (Array.isArray(value)) return value.map((child) => this.fieldNames(child, depth + 1));
    const fields = Object.entries(value).map(([name, field]) => [
      name,
      this.value(field, depth + 1),
    ]);
    return Object.fromEntries(fields) as JsonRecord;
  }

  /** Fields of a mapping or of a schema, and the like, are objects; any other value is none. */
  private namedParts(value: unknown, depth: number): unknown {
    if (!isRecord(value)) return this.value(value, depth);
    if (depth > MOST_DEPTH) return this.withhold();
    const fields = Object.entries(value).map(([name, field]) => {
      if (!isRecord(field)) return [name, this.member(value, name, field, depth + 1)] as const;
      const cleaned = this.record(field, depth + 2);
      if (secrecyOf(name) === 'none') return [name, cleaned] as const;
      const kept = Object.entries(cleaned).map(([key, child]) => [
        key,
        FIELD_VALUES.has(key) ? this.secret(child, name, depth + 3) : child,
      ]);
      return [name, Object.fromEntries(kept) as JsonRecord] as const;
    });
    return Object.fromEntries(fields);
  }

  /** JSON in a string is cleaned too; a string without secrets stays as it was written. */
  private text(text: string, depth: number): string {
    const shown = this.cleaned(text, depth);
    if (shown !== text) this.isWhole = false;
    return shown;
  }

  private cleaned(text: string, depth: number): string {
    if (!/^\s*[[{]/.test(text)) return redactSecretText(text);
    if (isTooDeep(text)) return REDACTED;
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      return redactSecretText(text);
    }
    const inside = new Cleaning();
    const after = JSON.stringify(inside.value(parsed, depth + 1));
    // of a key that is there twice only one is in `after`
    const isSame = inside.isWhole && countQuotes(text) === countQuotes(after);
    return isSame ? text : after;
  }

  private withhold(): string {
    this.isWhole = false;
    return REDACTED;
  }
}

/**
 * A definition as it may be shown: without credentials, without the values of headers, which ML
 * Commons sends out as they were written, and of all other names of secrets; at any
 * depth, in JSON inside strings, and in texts that only look like it. What lies too deep to be
 * gone through is kept back as well.
 */
export function redactSecrets(definition: JsonRecord): JsonRecord {
  return new Cleaning().record(definition);
}

/** Whether nothing of a definition is kept back. */
export function isShownWhole(definition: JsonRecord): boolean {
  const cleaning = new Cleaning();
  cleaning.record(definition);
  return cleaning.isWhole;
}
