import type { JsonRecord } from '../cluster/json';
import { EMBEDDED_JSON, type JsonPath, type PathStep } from './json_path';

/** Where a walk is; good only while `OnString` runs. */
export interface StringPlace {
  /** The key right above; elements of a list are under the key of the list. */
  readonly key: string | undefined;
  /** The key above that one, none where a list is between them. */
  readonly outerKey: string | undefined;
  /** The innermost object that has it as a member, or in a list that is one. */
  readonly holder: JsonRecord | undefined;
  place(): JsonPath;
}

/** What is done on a walk. */
export interface WalkVisitor {
  /** At a string; true if the string is not to be looked into. */
  onString(text: string, at: StringPlace): boolean;
  /** At a string that is no JSON document, with the quoted words that were visited in it. */
  onText?(text: string, at: StringPlace, quotedWords: readonly string[]): void;
  /** At the key of a member, which is the last step of the place. */
  onKey?(key: string, at: StringPlace): void;
}

/** A quoted word in a text, short enough for an id. */
const QUOTED_WORD = /"([A-Za-z0-9_-]{1,512})"/g;

/** Words of a text that has no places of its own. */
class QuotedWords {
  constructor(readonly words: string[]) {}
}

const SPACE = 0x20;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/**
 * Most texts are distinguished from JSON with a string in it by a character, for a parse that fails
 * is slow.
 */
function mayHoldStrings(text: string): boolean {
  let start = 0;
  while (text.charCodeAt(start) <= SPACE) start += 1;
  const first = text.charCodeAt(start);
  return (first === OPENING_BRACE || first === OPENING_BRACKET) && text.includes('"', start);
}

function quotedWords(text: string): string[] {
  return [...text.matchAll(QUOTED_WORD)].map(([, word]) => word ?? '');
}

/** Deeper than OpenSearch itself reads JSON: a place in it would be longer than all of it. */
const MOST_EMBEDDED_DEPTH = 1_000;

function isTooDeep(text: string): boolean {
  if (text.length <= MOST_EMBEDDED_DEPTH) return false;
  let depth = 0;
  for (let at = 0; at < text.length && depth <= MOST_EMBEDDED_DEPTH; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPENING_BRACE || code === OPENING_BRACKET) depth += 1;
    else if (code === CLOSING_BRACE || code === CLOSING_BRACKET) depth -= 1;
  }
  return depth > MOST_EMBEDDED_DEPTH;
}

/**
 * What is written in a string: the document in it, or the quoted words of one that is no JSON
 * before its placeholders are filled in (`{"size": ${size}, "model_id": "x"}`), or too deep to be
 * any; undefined for any other text.
 */
function embedded(text: string): object | undefined {
  if (!mayHoldStrings(text)) return undefined;
  if (isTooDeep(text)) return new QuotedWords(quotedWords(text));
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return new QuotedWords(quotedWords(text));
  }
}

/** Deeper than any definition that people write, and far from the end of the stack. */
const MOST_STEPS_AT_ONCE = 200;

/** The steps to a value that lies deeper than that, in pieces that many values share. */
interface Segment {
  steps: readonly PathStep[];
  above: Segment | null;
}

/** One walk; its steps are shared by all strings, since most of them need no place. */
class Walk implements StringPlace {
  private above: Segment | null = null;
  /** From what is above. */
  private steps: PathStep[] = [];
  private readonly tooDeep: Array<{ value: object; segment: Segment; holder?: JsonRecord }> = [];
  holder: JsonRecord | undefined = undefined;

  constructor(private readonly visitor: WalkVisitor) {}

  get key(): string | undefined {
    let segment: Segment | null = { steps: this.steps, above: this.above };
    for (; segment !== null; segment = segment.above) {
      for (let index = segment.steps.length - 1; index >= 0; index -= 1) {
        const step = segment.steps[index];
        if (typeof step !== 'number') return step === EMBEDDED_JSON ? undefined : step;
      }
    }
    return undefined;
  }

  get outerKey(): string | undefined {
    const { steps, above } = this;
    const step = steps.length > 1 ? steps[steps.length - 2] : above?.steps[above.steps.length - 1];
    return typeof step === 'string' ? step : undefined;
  }

  place(): JsonPath {
    const segments = [this.steps as readonly PathStep[]];
    for (let segment = this.above; segment !== null; segment = segment.above) {
      segments.push(segment.steps);
    }
    return segments.reverse().flat();
  }

  walk(document: unknown): void {
    this.visit(document);
    for (let next = this.tooDeep.pop(); next !== undefined; next = this.tooDeep.pop()) {
      this.above = next.segment;
      this.holder = next.holder;
      this.visitParts(next.value);
    }
  }

  private visit(value: unknown): void {
    if (typeof value === 'string') {
      if (this.visitor.onString(value, this)) return;
      const inside = embedded(value);
      if (inside) this.visitInside(inside);
      if (!inside || inside instanceof QuotedWords) {
        this.visitor.onText?.(value, this, inside?.words ?? []);
      }
    } else if (typeof value === 'object' && value !== null) {
      if (this.steps.length < MOST_STEPS_AT_ONCE) this.visitParts(value);
      else this.keepForLater(value);
    }
  }

  /** What is written in a string, which no object outside holds. */
  private visitInside(value: object): void {
    const outside = this.holder;
    this.holder = undefined;
    this.visitAt(EMBEDDED_JSON, value);
    this.holder = outside;
  }

  private keepForLater(value: object): void {
    const { holder } = this;
    const segment = { steps: [...this.steps], above: this.above };
    this.tooDeep.push({ value, segment, ...(holder && { holder }) });
  }

  private visitParts(value: object): void {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) this.visitAt(index, value[index]);
    } else if (value instanceof QuotedWords) {
      for (const word of value.words) this.visitor.onString(word, this);
    } else {
      this.visitMembers(value as JsonRecord);
    }
  }

  private visitMembers(record: JsonRecord): void {
    const outside = this.holder;
    this.holder = record;
    // parsed JSON has no keys but its own, and `for…in` makes no list of them
    for (const key in record) {
      this.steps.push(key);
      this.visitor.onKey?.(key, this);
      this.visit(record[key]);
      this.steps.pop();
    }
    this.holder = outside;
  }

  private visitAt(step: PathStep, value: unknown): void {
    this.steps.push(step);
    this.visit(value);
    this.steps.pop();
  }
}

/**
 * Visits every string and key of a JSON document, those in JSON inside strings and the words of
 * templates of it included. Takes time in proportion to the document, and a bounded stack however
 * deep it is. In the order of the document, apart from what lies deeper than people write: that
 * comes last.
 */
export function walkStrings(document: unknown, visitor: WalkVisitor): void {
  new Walk(visitor).walk(document);
}
