import type { JsonRecord } from './json';

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
  /** Whether a definition may hold what is looked for, by its text; if not it need not be parsed. */
  mayMatter?(text: string): boolean;
}
