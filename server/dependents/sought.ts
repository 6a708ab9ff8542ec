import type { Reader } from '../cluster';
import { mayBeCall } from './calls';
import type { IsModelId } from './read_resource';

/** What is looked for in the definitions. */
export interface Sought {
  isModelId: IsModelId;
  /** As a reader of definitions has it: left out where every definition may matter. */
  mayMatter?: NonNullable<Reader['mayMatter']>;
}

interface Ids {
  has(text: string): boolean;
  /** Whether one of them stands in a text from one offset to another. */
  hasPart(text: string, start: number, end: number): boolean;
}

/** Most texts of a definition are told from ids by their length. */
function idsOf(ids: Iterable<string>): Ids {
  const known = new Set(ids);
  const lengths = new Set(Array.from(known, ({ length }) => length));
  return {
    has: (text) => lengths.has(text.length) && known.has(text),
    hasPart: (text, start, end) => lengths.has(end - start) && known.has(text.slice(start, end)),
  };
}

/** Whether a text is one of some ids. */
export function oneOf(ids: Iterable<string>): (text: string) => boolean {
  return idsOf(ids).has;
}

/** Ids that are a byte for each character, and that JSON needs no escapes for. */
const PLAIN_ID = /^[A-Za-z0-9_-]+$/;

/** Looks for every place where one of some ids stands. */
export function seekIds(ids: ReadonlySet<string>): Sought {
  const { has, hasPart } = idsOf(ids);
  const plain = [...ids].every((id) => PLAIN_ID.test(id));
  return { isModelId: has, ...(plain && { mayMatter: hasPart }) };
}

/** Looks for some ids, and for every call of one resource for another. */
export function seekIdsAndCalls(ids: ReadonlySet<string>): Sought {
  const { isModelId, mayMatter } = seekIds(ids);
  return {
    isModelId,
    ...(mayMatter && {
      mayMatter: (text: string, start: number, end: number) =>
        mayMatter(text, start, end) || mayBeCall(text, start, end),
    }),
  };
}
