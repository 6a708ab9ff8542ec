import { isGeneratedId } from '../../common/models/generated_id';
import type { Reader } from '../cluster/json';
import { mayBeCall } from './resource_calls';
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
  /** Whether one of them is in a text from one offset to another. */
  hasPart(text: string, start: number, end: number): boolean;
}

/** Most texts of a definition are distinguished from ids by their length. */
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

/** Looks for every place where one of some ids is. */
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

/** Of an id that ML Commons makes itself. */
const LENGTH = 20;

const IS_WORD = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9_-]/.test(String.fromCharCode(code))
);

function isWordAt(text: string, at: number): boolean {
  return IS_WORD[text.charCodeAt(at)] === true;
}

/** How many characters of a run of word characters can belong to what is before it. */
function prefixesOf(before: string): readonly number[] {
  // `\n` or `\u000a` of JSON that is written in a text, `%22` or `%2522` of a URL
  if (before === '\\') return [0, 1, 5];
  return before === '%' ? [0, 2, 4] : [0];
}

/**
 * Visits each whole word of a text, between two offsets, that has the length of a generated id,
 * until `visit` is true; gives whether it was. Looks at every 20th character only where the text
 * has no long words.
 */
function someWord(
  text: string,
  start: number,
  end: number,
  visit: (word: string) => boolean
): boolean {
  let probe = start + LENGTH - 1;
  while (probe < end) {
    if (!isWordAt(text, probe)) {
      probe += LENGTH;
      continue;
    }
    let from = probe;
    let to = probe + 1;
    while (from > start && isWordAt(text, from - 1)) from -= 1;
    while (to < end && isWordAt(text, to)) to += 1;
    if (to - from >= LENGTH) {
      const prefixes = from > start ? prefixesOf(text.charAt(from - 1)) : [0];
      for (const prefix of prefixes) {
        if (to - from - prefix === LENGTH && visit(text.slice(from + prefix, to))) return true;
      }
    }
    probe = to + LENGTH;
  }
  return false;
}

/** Whether a text holds, between two offsets, a generated id as a whole word. */
export function hasGeneratedId(
  text: string,
  start: number,
  end: number,
  isId: (word: string) => boolean
): boolean {
  return someWord(text, start, end, isId);
}

/** The generated ids that a text holds as whole words, each once. */
export function generatedIdsIn(text: string, isId: (word: string) => boolean): Set<string> {
  const found = new Set<string>();
  someWord(text, 0, text.length, (word) => {
    if (isId(word)) found.add(word);
    return false;
  });
  return found;
}
