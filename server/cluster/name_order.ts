import type { JsonRecord } from './json';

/** Letters with an accent, and those that they are sorted as. */
const BASE_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 0x17f - 0xdf }, (_, at) => String.fromCharCode(0xdf + at)).flatMap(
    (letter) => {
      const base = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
      return base === letter || base === '' ? [] : [[letter, base.toLowerCase()]];
    }
  )
);

/** After every text. */
const LAST = '\uffff';

/**
 * The text that a field's value is sorted by, in Painless: without regard to case and accents,
 * numbers by their value (their length is written before them), punctuation before digits and
 * digits before letters.
 */
const SOURCE = `
String field = params.field;
if (doc[field].size() == 0) return params.last;
String text = doc[field].value.toLowerCase();
StringBuilder key = new StringBuilder();
int length = text.length();
int at = 0;
while (at < length) {
  int letter = text.charAt(at);
  if (letter >= 48 && letter <= 57) {
    int start = at;
    while (start < length - 1 && text.charAt(start) == 48 && text.charAt(start + 1) >= 48 && text.charAt(start + 1) <= 57) start++;
    int end = start;
    while (end < length && text.charAt(end) >= 48 && text.charAt(end) <= 57) end++;
    int digits = end - start;
    key.append((char)(48 + (int)Math.min(digits, 9)));
    if (digits >= 9) key.append((char)(48 + (int)Math.min(digits - 9, 9)));
    key.append(text.substring(start, end));
    at = end;
  } else {
    if (letter > 127 && params.base.containsKey(text.substring(at, at + 1))) {
      key.append(params.base[text.substring(at, at + 1)]);
    } else if ((letter > 57 && letter < 97) || (letter > 122 && letter < 127)) {
      key.append((char)(letter < 97 ? letter - 57 : letter - 83));
    } else {
      key.append((char)letter);
    }
    at++;
  }
}
return key.toString();
`;

/** Sorts by a keyword as people read it. It takes time for each document that matches. */
export function sortByReading(field: string, order: 'asc' | 'desc'): JsonRecord {
  const params = { field, last: LAST, base: BASE_LETTERS };
  return { _script: { type: 'string', order, script: { source: SOURCE, params } } };
}
