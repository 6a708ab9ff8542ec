/** What is kept back of a value, going by the name that it stands under. */
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
 * Whether a name stands for what authenticates, by its last word: without case, `-` and `_`. Where
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

/** What stands in the place of a value that is kept back. */
export const WITHHELD = '***';

/** A reference to a secret is none itself: `${credential.key}`, `Bearer ${parameters.token}`. */
const REFERENCE = /^((Bearer|Basic|ApiKey|Token) +)?\$\{[\w.]+\}$/i;

/** A tag, a field or a type, under a name that is only `key`; a secret has digits or is longer. */
const PLAIN_WORD = /^[A-Za-z_.]{1,16}$/;

/** Whether a text under a name with a secrecy other than `none` is no secret all the same. */
export function isNoSecret(text: string, name: string): boolean {
  return (
    /^(true|false|null)?$/i.test(text) ||
    text === WITHHELD ||
    REFERENCE.test(text) ||
    (/tokens$/i.test(name) && /^\d+$/.test(text)) ||
    (/^key$/i.test(name) && PLAIN_WORD.test(text))
  );
}
