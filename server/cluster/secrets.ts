/** What is kept back of a value, by the name that it is under. */
export type Secrecy =
  /** nothing */
  | 'none'
  /** texts: numbers under `max_tokens` and the like are no secrets */
  | 'texts'
  /** everything */
  | 'all';

/** Endings of the last word of a name; words that are written together have the same ones. */
const TEXTS = /(key|token)s?$/;
const ALL =
  /(secret|password|passwd|passphrase|pwd|credential|cookie|header)s?$|(authorization|auth|bearer|jwt)$/;

/** What may follow without a change of meaning: `api_key_2`, `password_hash`, `key_value`. */
const NO_MEANING: ReadonlySet<string> = new Set([
  'value',
  'string',
  'text',
  'hash',
  'base64',
  'encoded',
  'plain',
]);

/** Keys and tokens that are none to authenticate with: `sort_key`, `exclude_keys`, `pad_token`. */
const OTHER_KINDS: ReadonlySet<string> = new Set([
  ...['primary', 'foreign', 'sort', 'partition', 'routing', 'cache', 'group', 'join', 'shard'],
  ...['row', 'column', 'field', 'map', 'object', 'input', 'output', 'memory', 'result', 'response'],
  ...['include', 'exclude', 'dedup', 'translation', 'public'],
  ...['pad', 'mask', 'sep', 'cls', 'unk', 'bos', 'eos', 'stop', 'max', 'min'],
]);

/** The words of a name, whatever way they are joined: `openAI_key`, `x-api-key`, `authToken`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/(?<=[a-z])\d+$/, ''))
    .filter((word) => /[a-z]/.test(word));
}

/** Longer texts are sentences. */
const LONGEST_NAME = 256;

/**
 * Whether a name means what authenticates, by its last word: without case, `-` and `_`. Where
 * it may be so, it is taken to be.
 */
export function secrecyOf(name: string): Secrecy {
  if (name.length > LONGEST_NAME) return 'none';
  const words = wordsOf(name);
  while (words.length > 1 && NO_MEANING.has(words[words.length - 1] ?? '')) words.pop();
  const last = words.pop();
  if (last === undefined) return 'none';
  if (ALL.test(last)) return 'all';
  const ending = TEXTS.exec(last);
  if (!ending) return 'none';
  const kind = last.slice(0, ending.index) || words.pop();
  return kind !== undefined && OTHER_KINDS.has(kind) ? 'none' : 'texts';
}

/** What is in the place of a value that is kept back. */
export const REDACTED = '***';

/** A reference to a secret is none itself: `${credential.key}`, `Bearer ${parameters.token}`. */
const REFERENCE = /^((Bearer|Basic|ApiKey|Token) +)?\$\{[\w.]+\}$/i;

/** A tag, a field or a type, under a name that is only `key`; a secret has digits or is longer. */
const PLAIN_WORD = /^[A-Za-z_.]{1,16}$/;

/** Whether a text under a name with a secrecy other than `none` is no secret all the same. */
export function isNoSecret(text: string, name: string): boolean {
  return (
    /^(true|false|null)?$/i.test(text) ||
    text === REDACTED ||
    REFERENCE.test(text) ||
    (/tokens$/i.test(name) && /^\d+$/.test(text)) ||
    (/^key$/i.test(name) && PLAIN_WORD.test(text))
  );
}

/** Longer ones are kept back whole: no definition that people write has such a text. */
const LONGEST_TEXT = 2_000_000;

/** Most texts have nothing in them that could be a secret's name or place. */
const MAY_MATTER =
  /key|token|secret|passw|passphrase|pwd|credential|header|auth|bearer|basic|cookie|jwt|@|[?&;#]\w+=/i;

/** `user:password@` in a URL: to the last `@` before its path, or further after a `:`. */
const USER_IN_URL =
  /(:\/\/)(?:[^\s"'\\/?#]{1,512}@|[^\s"'\\/?#:@]{1,256}:(?!\d+(?:[/?#]|$))[^\s"'\\@]{0,256}@)/g;

/** The same without a scheme, as proxies are written. */
const USER = /(?<![\w/.$}+-])(?!mailto:)([\w.+-]+):([^\s:@/"'\\]+)@(?=[\w[])/gi;

const IN_QUERY = /([?&;#])([\w.%~-]{1,128})=([^&#\s"'<>\\;]+)/g;

/** Names of a query that mean a secret in URLs alone. */
const SECRET_IN_QUERY = /^(code|key|sig)$|signature$/i;

const BEARER =
  /\b(bearer)(\s+)(?!\$\{|\*\*\*|(?:tokens?|auth(?:entication|orization)?)(?![\w.-]))([^\s"'\\,;)}\]]+)/gi;
const BASIC = /\b(basic)(\s+)([A-Za-z0-9+/]{4,}={0,2})/gi;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const isPlaceholders = (text: string) => /^(\$\{[\w.]+\}|[:@])+$/.test(text);

/** What authenticates in URLs and after the name of a scheme. */
function redactUsers(text: string): string {
  return text
    .replace(USER_IN_URL, (whole: string, start: string) =>
      isPlaceholders(whole.slice(start.length)) ? whole : `${start}${REDACTED}@`
    )
    .replace(USER, `${REDACTED}@`)
    .replace(IN_QUERY, (whole: string, mark: string, name: string, value: string) => {
      const plain = decoded(name);
      const secret = SECRET_IN_QUERY.test(plain) || secrecyOf(plain) !== 'none';
      const isCount = /tokens$/i.test(plain) && /^\d+$/.test(value);
      if (!secret || isCount || isPlaceholders(value)) return whole;
      return `${mark}${name}=${REDACTED}`;
    })
    .replace(BEARER, `$1$2${REDACTED}`)
    .replace(BASIC, (whole: string, scheme: string, space: string, value: string) =>
      Buffer.from(value, 'base64').includes(':') ? `${scheme}${space}${REDACTED}` : whole
    );
}

/**
 * A name and what sets its value off: `"api_key":`, `\"api_key\" :`, `'token' =>`, `api_key =`,
 * `params["key"] =`. Begins at the beginning of a word only, so that no text is gone over twice.
 */
const NAME =
  /(\\{0,63}["'])?(?<![\w$.-])([A-Za-z_$][\w$.-]{0,127})(\\{0,63}["'])?\]?\s{0,100}(=>|:=|:(?![:/])|=(?!=))\s{0,1000}/g;

interface Value {
  /** From the value's first character to the one after its last. */
  start: number;
  end: number;
  quoted: boolean;
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (text[at - count - 1] === '\\') count += 1;
  return count;
}

/** To the quote that ends it: one with as many backslashes as the first has, or with fewer. */
function quotedValue(text: string, at: number, backslashes: number): Value {
  const start = at + backslashes + 1;
  const quote = text[start - 1] ?? '"';
  let end = text.indexOf(quote, start);
  while (end >= 0 && Math.min(backslashesBefore(text, end), end - start) > backslashes) {
    end = text.indexOf(quote, end + 1);
  }
  if (end < 0) return { start, end: text.length, quoted: true };
  return { start, end: Math.max(start, end - backslashesBefore(text, end)), quoted: true };
}

/** To the bracket that closes it, or to the end. */
function bracketedValue(text: string, start: number): Value {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if ('{['.includes(character)) depth += 1;
    else if ('}]'.includes(character)) depth -= 1;
    if (depth === 0) return { start, end: at + 1, quoted: false };
  }
  return { start, end: text.length, quoted: false };
}

/** What is before a value. */
interface Named {
  name: string;
  /** A member of what looks like JSON: its name is quoted. */
  isMember: boolean;
  sign: string;
}

/** The value that begins at a place; null where nothing is there that could be a secret. */
function valueAt(text: string, at: number, { name, isMember, sign }: Named): Value | null {
  const opening = /\\*["']/y;
  opening.lastIndex = at;
  const [quote] = opening.exec(text) ?? [];
  if (quote !== undefined) return quotedValue(text, at, quote.length - 1);
  if (text.startsWith('${', at)) return null;
  if (isMember && (text[at] === '{' || text[at] === '[')) return bracketedValue(text, at);
  // after this name the scheme comes first
  const isHeader = sign === ':' && /authorization$/i.test(name);
  const bare = isHeader ? /[^\r\n"'`]+/y : /[^\s"'`,;&<>{}()[\]\\]+/y;
  bare.lastIndex = at;
  const [word = ''] = bare.exec(text) ?? [];
  if (word === '' || /^-?[\d.]+$/.test(word)) return null;
  // a word of prose, or of a script, is no secret: one has both letters and digits
  const looksSo =
    word.includes(' ') || (word.length >= 6 && /\d/.test(word) && /[A-Za-z]/.test(word));
  const assigned = sign === '=' && text[at - 1] === '=';
  return isMember || looksSo || assigned
    ? { start: at, end: at + word.length, quoted: false }
    : null;
}

/** The values under names of secrets, in a text that is no JSON or only looks like it. */
function redactNamedSecrets(text: string): string {
  let shown = '';
  let copied = 0;
  const names = new RegExp(NAME);
  for (let found = names.exec(text); found !== null; found = names.exec(text)) {
    const [, opening, name = '', closing, sign = ''] = found;
    if (secrecyOf(name) === 'none') continue;
    const isMember = opening !== undefined && closing !== undefined;
    const value = valueAt(text, names.lastIndex, { name, isMember, sign });
    if (!value) continue;
    const { start, end, quoted } = value;
    if (isNoSecret(text.slice(start, end), name)) continue;
    // in the place of a list or an object it takes the quotes of the name
    const quotes = isMember && !quoted ? opening : '';
    shown += `${text.slice(copied, start)}${quotes}${REDACTED}${quotes}`;
    copied = end;
    names.lastIndex = end;
  }
  return shown + text.slice(copied);
}

/**
 * A text without what authenticates: the values of names of secrets, in whatever looks
 * like JSON, a script or an assignment; users, passwords and keys in URLs; what follows `Bearer`.
 * Takes time in proportion to the text. Placeholders such as `${credential.key}` stay.
 */
export function redactSecretText(text: string): string {
  if (text.length > LONGEST_TEXT) return REDACTED;
  return MAY_MATTER.test(text) ? redactNamedSecrets(redactUsers(text)) : text;
}
