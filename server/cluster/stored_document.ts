import type { JsonRecord } from './json';

/** A definition as the cluster keeps it, under the id by which it is called. */
export interface StoredDocument {
  id: string;
  source: JsonRecord;
}
