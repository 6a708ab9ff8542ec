/** A JSON object whose fields are not known yet. */
export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys, or undefined where the path ends early. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isRecord(current)) return undefined;
    current = current[key];
  }
  return current;
}

/** A definition as the cluster keeps it, under the id by which it is called. */
export interface StoredDocument {
  id: string;
  /** By which people know it, where that is neither its id nor in its definition. */
  name?: string;
  source: JsonRecord;
}

/** Who reads definitions one by one, so that nobody has to hold all of them. */
export interface Reader {
  take(document: StoredDocument): void;
  /**
   * Whether a definition may hold what is looked for, by one of its strings: the characters of
   * `bytes` from `start` to `end`, a byte each. One without such a string need not be parsed.
   * Not asked where escapes make a string another one than it looks.
   */
  mayMatter?(bytes: string, start: number, end: number): boolean;
}
