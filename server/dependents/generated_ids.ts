/** Ids that ML Commons makes itself: 20 characters; no word that people write looks like one. */
const GENERATED_ID = /^[A-Za-z0-9_-]{20}$/;
const LENGTH = 20;

/** Whether ML Commons can have made an id itself; others were given by a user (3.9 and later). */
export function isGeneratedId(id: string): boolean {
  return GENERATED_ID.test(id);
}

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
