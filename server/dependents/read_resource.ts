import type { StoredDocument } from '../cluster/json';
import { callAt, type Call } from './resource_calls';
import { generatedIdsIn } from './id_matcher';
import type { JsonPath } from './json_path';
import type { Source } from './source';
import { type StringPlace, walkStrings } from './walk_strings';

/** Whether a string is taken for a model's id at its place in a resource of a source. */
export type IsModelId = (text: string, at: StringPlace, source: Source) => boolean;

/** Whether a word of a text is a model's id. */
export type IsMentioned = (word: string) => boolean;

/**
 * What a model's id means at its place: `expected`: it belongs there; `unknown`: we know of no
 * meaning; `doubtful`: it is hardly a use, such as a word in a text.
 */
export type Meaning = 'expected' | 'unknown' | 'doubtful';

export interface FoundModelId {
  modelId: string;
  place: JsonPath;
  meaning: Meaning;
  /** A part of a text, or a key: ML Commons itself compares whole strings. */
  isMention?: true;
}

/** What is kept of a resource once it is read: what it names, not its definition. */
export interface ReadResource {
  id: string;
  name: string;
  /** Epoch ms, by the key that ML Commons and flow-framework have for it. */
  lastUpdatedTime?: number;
  /** Every place where a model's id is, in the order of the definition. */
  models: FoundModelId[];
  calls: Call[];
  aliases: string[];
}

/** Its `name` where it has one, else its id. */
function nameOf({ id, name, source }: StoredDocument): string {
  return typeof source.name === 'string' && source.name !== '' ? source.name : (name ?? id);
}

function meaningAt(place: JsonPath, { holder }: StringPlace, source: Source): Meaning {
  if (source.isDoubtful?.(place, holder)) return 'doubtful';
  return source.expectsModelId(place, holder) ? 'expected' : 'unknown';
}

/**
 * Walks a definition once: every place where a string is exactly a model's id, whatever the key and
 * however deep, JSON inside strings included; every text or key that holds one as a whole word; and
 * every call for another resource. Takes time in proportion to the definition, however many ids
 * there are.
 */
export function readResource(
  document: StoredDocument,
  source: Source,
  isModelId: IsModelId,
  isMentioned: IsMentioned = () => false
): ReadResource {
  const models: FoundModelId[] = [];
  const calls: Call[] = [];
  const { callsAnywhere = false } = source;

  function onString(text: string, at: StringPlace): boolean {
    const call = callsAnywhere ? callAt(text, at) : undefined;
    if (call) calls.push(call);
    if (!isModelId(text, at, source)) return false;
    const place = at.place();
    if (!source.ignores?.(place, at.holder)) {
      models.push({ modelId: text, place, meaning: meaningAt(place, at, source) });
    }
    return true;
  }

  function onText(text: string, at: StringPlace, quotedWords: readonly string[] = []): void {
    const mentioned = generatedIdsIn(text, isMentioned);
    if (mentioned.size === 0) return;
    const place = at.place();
    if (source.ignores?.(place, at.holder)) return;
    for (const word of quotedWords) mentioned.delete(word);
    for (const modelId of mentioned) {
      models.push({ modelId, place, meaning: 'doubtful', isMention: true });
    }
  }

  walkStrings(document.source, { onString, onText, onKey: onText });
  calls.push(...(source.calls?.(document.source) ?? []));
  const { last_updated_time: updated } = document.source;
  return {
    id: document.id,
    name: nameOf(document),
    ...(typeof updated === 'number' && { lastUpdatedTime: updated }),
    models,
    calls,
    aliases: source.aliases?.(document.source) ?? [],
  };
}
