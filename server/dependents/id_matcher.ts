import type { Reader } from '../cluster/json';
import { mayBeCall } from './calls';
import { hasGeneratedId, isGeneratedId } from './generated_ids';
import type { IsMentioned, IsModelId } from './read_resource';

/** What is looked for in the definitions. */
export interface IdMatcher {
  isModelId: IsModelId;
  isMentioned: IsMentioned;
  /** As a reader of definitions has it: left out where every definition may matter. */
  mayMatter?: NonNullable<Reader['mayMatter']>;
}

interface Ids {
  has(text: string): boolean;
  /** Whether one of them stands in a text from one offset to another. */
  hasPart(text: string, start: number, end: number): boolean;
}

/** Most texts of a definition are told from ids by their length. */
function indexIds(ids: Iterable<string>): Ids {
  const known = new Set(ids);
  const lengths = new Set(Array.from(known, ({ length }) => length));
  return {
    has: (text) => lengths.has(text.length) && known.has(text),
    hasPart: (text, start, end) => lengths.has(end - start) && known.has(text.slice(start, end)),
  };
}

/** Whether a text is one of some ids. */
export function matchOneOf(ids: Iterable<string>): (text: string) => boolean {
  return indexIds(ids).has;
}

/** Ids that are a byte for each character, and that JSON needs no escapes for. */
const PLAIN_ID = /^[A-Za-z0-9_-]+$/;

/** Whether a word of a text is one of those ids that ML Commons made itself. */
export function matchGeneratedIds(ids: Iterable<string>): IsMentioned {
  return matchOneOf([...ids].filter(isGeneratedId));
}

/** Looks for every place where one of some ids stands. */
export function matchIds(ids: ReadonlySet<string>): IdMatcher {
  const { has, hasPart } = indexIds(ids);
  const isMentioned = matchGeneratedIds(ids);
  const plain = [...ids].every((id) => PLAIN_ID.test(id));
  return {
    isModelId: has,
    isMentioned,
    ...(plain && {
      mayMatter: (text: string, start: number, end: number) =>
        hasPart(text, start, end) || hasGeneratedId(text, start, end, isMentioned),
    }),
  };
}

/** Looks for some ids, and for every call of one resource for another. */
export function matchIdsAndCalls(ids: ReadonlySet<string>): IdMatcher {
  const { mayMatter, ...matcher } = matchIds(ids);
  return {
    ...matcher,
    ...(mayMatter && {
      mayMatter: (text: string, start: number, end: number) =>
        mayMatter(text, start, end) || mayBeCall(text, start, end),
    }),
  };
}
