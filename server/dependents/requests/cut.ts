import type { JsonRecord } from '../../cluster';
import { isRecord } from '../../cluster';
import { formatPlace, type Place } from '../place';

/** OpenSearch refuses it with nothing in it. */
const NEVER_EMPTY = 'on_failure';

class Cut {
  private readonly parts: ReadonlySet<string>;

  constructor(parts: readonly Place[]) {
    this.parts = new Set(parts.map(formatPlace));
  }

  record(value: JsonRecord, place: Place): JsonRecord {
    const members = Object.entries(value).flatMap(([key, child]) => {
      const at = [...place, key];
      if (this.isPart(at)) return [];
      const rest = this.value(child, at);
      const emptied = Array.isArray(rest) && rest.length === 0 && key === NEVER_EMPTY;
      return emptied ? [] : [[key, rest] as const];
    });
    return Object.fromEntries(members);
  }

  private value(value: unknown, place: Place): unknown {
    if (isRecord(value)) return this.record(value, place);
    if (!Array.isArray(value)) return value;
    return value.flatMap((child: unknown, index) => {
      const at = [...place, index];
      return this.isPart(at) ? [] : [this.value(child, at)];
    });
  }

  private isPart(place: Place): boolean {
    return this.parts.has(formatPlace(place));
  }
}

/** A definition without some of its parts: members of objects, or elements of lists. */
export function without(definition: JsonRecord, parts: readonly Place[]): JsonRecord {
  return new Cut(parts).record(definition, []);
}
