import { EMBEDDED_JSON, type Place, type Step } from './place';

/** A value still to be looked at, linked to what it stands in: places are made on demand. */
interface Visit {
  value: unknown;
  step: Step | null;
  parent: Visit | null;
}

/** A string of a document, and where it stands. */
export interface FoundString {
  text: string;
  /** The key right above it; elements of a list stand under the key of the list. */
  key: string | undefined;
  place(): Place;
}

function placeOf(visit: Visit): Place {
  const steps: Step[] = [];
  for (let at: Visit | null = visit; at !== null && at.step !== null; at = at.parent) {
    steps.push(at.step);
  }
  return steps.reverse();
}

function keyOf(visit: Visit): string | undefined {
  for (let at: Visit | null = visit; at !== null; at = at.parent) {
    if (typeof at.step === 'string') return at.step;
    if (at.step === EMBEDDED_JSON) return undefined;
  }
  return undefined;
}

/** A quoted word in a text, short enough for an id. */
const QUOTED_WORD = /"([A-Za-z0-9_-]{1,512})"/g;

/**
 * What is written in a string: the document in it, or the quoted words of one that is no JSON
 * before its placeholders are filled in (`{"size": ${size}, "model_id": "x"}`); undefined for any
 * other text.
 */
function embedded(text: string): object | undefined {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return new QuotedWords([...text.matchAll(QUOTED_WORD)].map(([, word]) => word ?? ''));
  }
}

/** Words of a text that has no places of its own. */
class QuotedWords {
  constructor(readonly words: string[]) {}
}

/**
 * Visits every string of a JSON document in the order of the document, however deep, those in JSON
 * inside strings and the words of templates of it included. Takes time in proportion to the document, and no stack. A string for
 * which `onString` answers true is not looked into.
 */
export function walkStrings(document: unknown, onString: (found: FoundString) => boolean): void {
  const pending: Visit[] = [{ value: document, step: null, parent: null }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value } = visit;
    if (typeof value === 'string') {
      const at = visit;
      const found = {
        text: value,
        get key() {
          return keyOf(at);
        },
        place: () => placeOf(at),
      };
      const inside = onString(found) ? undefined : embedded(value);
      if (inside) pending.push({ value: inside, step: EMBEDDED_JSON, parent: visit });
    } else if (value instanceof QuotedWords) {
      for (const text of value.words) {
        const at = visit;
        onString({ text, key: undefined, place: () => placeOf(at) });
      }
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) {
        pending.push({ value: value[index], step: index, parent: visit });
      }
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      for (let index = entries.length - 1; index >= 0; index -= 1) {
        const entry = entries[index];
        if (entry) pending.push({ value: entry[1], step: entry[0], parent: visit });
      }
    }
  }
}
