import { ClusterError } from './errors';
import { giveWay } from './give_way';
import { isRecord, type JsonRecord, valueAt } from './json';
import type { Reader } from './json';

/** The bytes of an answer, in the pieces in which they come. */
export type Chunks = AsyncIterable<Buffer>;

/** Takes the text of a part, and what is between it and the part before. */
export type OnPart = (text: string, before: string) => void;

/** Whether a string makes the part that it is in worth taking. */
export type MayMatter = NonNullable<Reader['mayMatter']>;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** Stands for a part in the rest: every other object at that depth would be a part too. */
const PLACEHOLDER = '{}';

function textOf(pieces: readonly Buffer[]): string {
  const [only] = pieces;
  return pieces.length === 1 && only ? only.toString() : Buffer.concat(pieces).toString();
}

/** The value that a text is. @throws ClusterError `malformed` */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the parser's own words repeat a piece of the answer
    throw new ClusterError('malformed', 'The answer is not JSON.');
  }
}

function indexOfEscape(text: string, from: number): number {
  const escape = text.indexOf('\\', from);
  return escape < 0 ? text.length : escape;
}

/** Cuts the objects at a depth out of JSON, whatever the pieces it comes in. */
class JsonSplitter {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inPart = false;
  private matters = false;
  /** Of the part, or of what is before the next one. */
  private pieces: Buffer[] = [];
  private before = '';
  private rest = '';

  constructor(
    private readonly partDepth: number,
    private readonly onPart: OnPart,
    private readonly mayMatter: MayMatter | undefined
  ) {}

  push(chunk: Buffer): void {
    // a character for each byte: offsets are the same, and a string is searched faster than bytes
    const text = chunk.toString('latin1');
    let { depth } = this;
    let start = 0;
    let escape = indexOfEscape(text, 0);
    let at = this.inString ? this.afterString(text, 0) : 0;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        const quote = text.indexOf('"', at + 1);
        if (escape < at) escape = indexOfEscape(text, at);
        if (quote < 0 || escape < quote) {
          at = this.afterString(text, at + 1) - 1;
        } else {
          if (!this.matters) this.matters = this.mayMatter?.(text, at + 1, quote) ?? true;
          at = quote;
        }
      } else if (code === OPENING_BRACE) {
        if (depth === this.partDepth) {
          this.beginPart(chunk.subarray(start, at));
          start = at;
        }
        depth += 1;
      } else if (code === CLOSING_BRACE) {
        depth -= 1;
        if (depth === this.partDepth) {
          this.endPart(chunk.subarray(start, at + 1));
          start = at + 1;
        }
      } else if (code === OPENING_BRACKET) {
        depth += 1;
      } else if (code === CLOSING_BRACKET) {
        depth -= 1;
      }
    }
    this.pieces.push(chunk.subarray(start));
    this.depth = depth;
  }

  /** What is left without the parts. */
  end(): unknown {
    if (this.inPart) throw new ClusterError('malformed', 'The answer is cut short.');
    return parsed(this.rest + this.taken());
  }

  /**
   * The offset after the string that goes on at one, or the end of the piece where it goes on. Only
   * for strings with escapes, or in two pieces: they are not looked at any closer.
   */
  private afterString(text: string, start: number): number {
    this.matters = true;
    let at = this.escaped ? start + 1 : start;
    this.escaped = false;
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      let backslashes = 0;
      while (end - backslashes > at && text.charCodeAt(end - backslashes - 1) === BACKSLASH) {
        backslashes += 1;
      }
      const escaped = backslashes % 2 === 1;
      if (quote < 0) {
        this.inString = true;
        this.escaped = escaped;
        return end;
      }
      at = quote + 1;
      if (!escaped) {
        this.inString = false;
        return at;
      }
    }
  }

  private taken(): string {
    const text = textOf(this.pieces);
    this.pieces = [];
    return text;
  }

  private beginPart(end: Buffer): void {
    this.pieces.push(end);
    this.before = this.taken();
    // of parts that follow one another in a list one is enough
    if (this.before !== ',') this.rest += this.before + PLACEHOLDER;
    this.inPart = true;
    this.matters = this.mayMatter === undefined;
  }

  private endPart(end: Buffer): void {
    this.pieces.push(end);
    if (!this.inPart) throw new ClusterError('malformed', 'The answer closes what is not open.');
    this.inPart = false;
    if (this.matters) this.onPart(this.taken(), this.before);
    else this.pieces = [];
  }
}

/**
 * Hands out the objects that are at a depth of JSON as they come, so that an answer of many MB is
 * never held as one text or tree: 1 for the values of an object. Those in which no string may
 * matter are passed by. Answers with the rest, parsed, where an empty object is in the place of
 * each of them, or for several in a row in a list; it comes last, so an answer that is cut short
 * may have handed out some. @throws ClusterError `malformed`
 */
export async function readParts(
  chunks: Chunks,
  depth: number,
  onPart: OnPart,
  mayMatter?: MayMatter
): Promise<unknown> {
  const cutter = new JsonSplitter(depth, onPart, mayMatter);
  for await (const chunk of chunks) {
    cutter.push(chunk);
    await giveWay();
  }
  return cutter.end();
}

/** The key at the end of `{"key":`, `,"key":` or `{"outer":{"key":`. */
const KEY = /"(?:[^"\\]|\\.)*"(?=\s*:\s*$)/;

function keyIn(before: string): string {
  const [key] = KEY.exec(before) ?? [];
  if (key !== undefined) return String(parsed(key));
  throw new ClusterError('malformed', `The answer has no key in: ${before}`);
}

/**
 * Hands out the members of a JSON object of objects as they come, those that may matter to the
 * reader: of the answer itself, or of the object that lies in it under some keys, each in the one
 * before; where that is left out there are none. Answers with the rest, where an empty object
 * takes the place of each member.
 * @throws ClusterError `malformed`, after it has handed out those that came before
 */
export async function forEachMember(
  chunks: Chunks,
  { take, mayMatter }: Reader,
  ...keys: string[]
): Promise<JsonRecord> {
  const onPart = (text: string, before: string) =>
    take({ id: keyIn(before), source: parsed(text) as JsonRecord });
  const rest = await readParts(chunks, keys.length + 1, onPart, mayMatter);
  const members = valueAt(rest, ...keys) ?? {};
  if (!isRecord(rest) || !isRecord(members) || !Object.values(members).every(isRecord)) {
    throw new ClusterError('malformed', 'The answer is not an object of objects.');
  }
  return rest;
}
