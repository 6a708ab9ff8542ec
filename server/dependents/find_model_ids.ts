import { EMBEDDED_JSON, type Place, type Step } from './place';

export interface FoundModelId {
  modelId: string;
  place: Place;
}

/** A value still to be looked at, linked to what it stands in: paths are only made for finds. */
interface Visit {
  value: unknown;
  step: Step | null;
  parent: Visit | null;
}

function placeOf(visit: Visit): Place {
  const steps: Step[] = [];
  for (let at: Visit | null = visit; at !== null && at.step !== null; at = at.parent) {
    steps.push(at.step);
  }
  return steps.reverse();
}

/** The document in a string, such as a tool's query template; undefined for any other text. */
function embeddedJson(text: string): object | undefined {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Every place in a JSON document where a string is exactly a model's id, in the order of the
 * document, whatever the key and however deep, JSON inside strings included. Takes time in
 * proportion to the document, however many ids there are, and no stack.
 */
export function findModelIds(
  document: unknown,
  isModelId: (text: string) => boolean
): FoundModelId[] {
  const found: FoundModelId[] = [];
  const pending: Visit[] = [{ value: document, step: null, parent: null }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value } = visit;
    if (typeof value === 'string') {
      if (isModelId(value)) {
        found.push({ modelId: value, place: placeOf(visit) });
      } else {
        const inside = embeddedJson(value);
        if (inside) pending.push({ value: inside, step: EMBEDDED_JSON, parent: visit });
      }
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) {
        pending.push({ value: value[index], step: index, parent: visit });
      }
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      for (const [key, child] of entries.reverse()) {
        pending.push({ value: child, step: key, parent: visit });
      }
    }
  }
  return found;
}
