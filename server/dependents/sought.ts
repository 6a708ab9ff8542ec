import { TEXTS_OF_CALLS } from './calls';
import type { IsModelId } from './read_resource';

/** What is looked for in the definitions. */
export interface Sought {
  isModelId: IsModelId;
  /** Whether a definition may hold such an id, or a call, by its text; left out if all may. */
  mayMatter?(text: string): boolean;
}

/** Whether a text is one of some ids. Most texts of a definition are told apart by their length. */
export function oneOf(ids: Iterable<string>): (text: string) => boolean {
  const known = new Set(ids);
  const lengths = new Set(Array.from(known, ({ length }) => length));
  return (text) => lengths.has(text.length) && known.has(text);
}

/** All places where one of some ids stands, in definitions that are parsed as they come. */
export function seekAll(ids: Iterable<string>): Sought {
  return { isModelId: oneOf(ids) };
}

/** Ids that stand in JSON as they are; any other character could be written in several ways. */
const PLAIN_ID = /^[A-Za-z0-9_-]+$/;

/** By which a plain id could still be written: `\u0061` for `a`. */
const ESCAPE = '\\u';

/** As many ids as are faster found in a text than by parsing it. */
const MOST_IDS_IN_TEXT = 8;

/** The same for a few ids: definitions that neither hold them nor call for anything are passed by. */
export function seekFew(ids: ReadonlySet<string>): Sought {
  if (ids.size > MOST_IDS_IN_TEXT || ![...ids].every((id) => PLAIN_ID.test(id))) {
    return seekAll(ids);
  }
  const texts = [...ids, ...TEXTS_OF_CALLS, ESCAPE];
  return {
    ...seekAll(ids),
    mayMatter: (text) => texts.some((one) => text.includes(one)),
  };
}
