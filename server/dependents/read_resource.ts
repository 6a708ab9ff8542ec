import type { StoredDocument } from '../cluster';
import { callAt, type Call } from './calls';
import type { Place } from './place';
import type { Source } from './source';
import { walkStrings, type StringPlace } from './walk_strings';

/** Whether a string is taken for a model's id at its place in a resource of a source. */
export type IsModelId = (text: string, at: StringPlace, source: Source) => boolean;

export interface FoundModelId {
  modelId: string;
  place: Place;
}

/** What is kept of a resource once it is read: what it names, not its definition. */
export interface ReadResource {
  id: string;
  name: string;
  /** Every place where a string is exactly a model's id, in the order of the definition. */
  models: FoundModelId[];
  calls: Call[];
  aliases: string[];
}

/** Its `name` where it has one, else its id. */
function nameOf({ id, name, source }: StoredDocument): string {
  return typeof source.name === 'string' && source.name !== '' ? source.name : (name ?? id);
}

/**
 * Walks a definition once: every place where a string is exactly a model's id, whatever the key and
 * however deep, JSON inside strings included, and every call for another resource. Takes time in
 * proportion to the definition, however many ids there are.
 */
export function readResource(
  document: StoredDocument,
  source: Source,
  isModelId: IsModelId
): ReadResource {
  const models: FoundModelId[] = [];
  const calls: Call[] = [];
  const { callsAnywhere = false } = source;
  walkStrings(document.source, (text, at) => {
    const call = callsAnywhere ? callAt(text, at) : undefined;
    if (call) calls.push(call);
    const isId = isModelId(text, at, source);
    if (isId) models.push({ modelId: text, place: at.place() });
    return isId;
  });
  calls.push(...(source.calls?.(document.source) ?? []));
  return {
    id: document.id,
    name: nameOf(document),
    models,
    calls,
    aliases: source.aliases?.(document.source) ?? [],
  };
}
