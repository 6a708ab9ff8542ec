import { isRecord } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import { formatPath, type JsonPath } from '../json_path';

/** OpenSearch refuses it with nothing in it. */
const NEVER_EMPTY = 'on_failure';

class Cut {
  private readonly parts: ReadonlySet<string>;

  constructor(parts: readonly JsonPath[]) {
    this.parts = new Set(parts.map(formatPath));
  }

  record(value: JsonRecord, place: JsonPath): JsonRecord {
    const members = Object.entries(value).flatMap(([key, child]) => {
      const at = [...place, key];
      if (this.isPart(at)) return [];
      const rest = this.value(child, at);
      const emptied = Array.isArray(rest) && rest.length === 0 && key === NEVER_EMPTY;
      return emptied ? [] : [[key, rest] as const];
    });
    return Object.fromEntries(members);
  }

  private value(value: unknown, place: JsonPath): unknown {
    if (isRecord(value)) return this.record(value, place);
    if (!Array.isArray(value)) return value;
    return value.flatMap((child: unknown, index) => {
      const at = [...place, index];
      return this.isPart(at) ? [] : [this.value(child, at)];
    });
  }

  private isPart(place: JsonPath): boolean {
    return this.parts.has(formatPath(place));
  }
}

/** A definition without some of its parts: members of objects, or elements of lists. */
export function without(definition: JsonRecord, parts: readonly JsonPath[]): JsonRecord {
  return new Cut(parts).record(definition, []);
}
