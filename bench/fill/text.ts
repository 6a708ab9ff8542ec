const WORDS =
  'catalog ticket review product customer region language vector passage order contract policy stock summary answer question'.split(
    ' '
  );

/** Words of about that many characters, different for each number and the same in every run. */
export function text(number: number, length: number): string {
  let written = '';
  for (let at = number; written.length < length; at = (at * 31 + 7) % 65_537) {
    written += `${WORDS[at % WORDS.length]} `;
  }
  return written.trimEnd();
}
