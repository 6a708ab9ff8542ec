import { isRecord } from '../cluster/json';
import type { JsonRecord } from '../cluster/json';
import { EMBEDDED_JSON, formatPath, type JsonPath, type PathStep } from '../dependents/json_path';
import { inDefinition, replaceInText } from '../dependents/requests/edit_definition';

/** The part of a definition at a place, in a copy of all that holds it, as `change` makes it. */
function changedAt(
  value: unknown,
  [step, ...rest]: JsonPath,
  change: (text: string) => string
): unknown {
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (Array.isArray(value) && typeof step === 'number') {
    return value.map((child: unknown, index) =>
      index === step ? changedAt(child, rest, change) : child
    );
  }
  if (!isRecord(value) || typeof step !== 'string') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === step ? changedAt(child, rest, change) : child,
    ])
  );
}

/**
 * A definition with another model's id in the strings of some places, and nothing else changed: the
 * order of members and numbers that are kept as they are written stay. In a string that holds JSON
 * or is a text every id of it changes.
 */
export function replaceAt(
  definition: JsonRecord,
  places: readonly JsonPath[],
  { from, to }: { from: string; to: string }
): JsonRecord {
  const strings = new Map(places.map(inDefinition).map((place) => [formatPath(place), place]));
  let changed: unknown = definition;
  for (const place of strings.values()) {
    changed = changedAt(changed, place, (text) => replaceInText(text, from, to));
  }
  return changed as JsonRecord;
}

/** A place as JSON has it: null for the step into what is written in a string. */
export type JournalPlace = Array<string | number | null>;

/** A place as a journal keeps it. */
export function toJournalPlace(place: JsonPath): JournalPlace {
  return place.map((step) => (step === EMBEDDED_JSON ? null : step));
}

/** A place from a journal. */
export function fromJournalPlace(place: JournalPlace): JsonPath {
  return place.map((step): PathStep => step ?? EMBEDDED_JSON);
}
