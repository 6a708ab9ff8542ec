/** A piece of an ICU message: text, or an argument with the messages that it chooses from. */
export type MessagePart =
  | { text: string }
  | { argument: string; format: string; options: Array<[selector: string, MessagePart[]]> };

/**
 * The parts of an ICU message, as deep as they go.
 * @throws Error where braces don't match
 */
export function messageParts(message: string): MessagePart[] {
  const reader = new Reader(message);
  const parts = reader.message();
  if (!reader.isAtEnd) throw new Error(`“}” without “{”: ${message}`);
  return parts;
}

/** The names of a message's arguments, with how each is formatted, sorted. */
export function argumentsOf(parts: readonly MessagePart[]): string[] {
  const names = parts.flatMap((part) =>
    'text' in part
      ? []
      : [
          `${part.argument} ${part.format}`.trim(),
          ...part.options.flatMap(([, inner]) => argumentsOf(inner)),
        ]
  );
  return [...new Set(names)].sort();
}

/** The message again, with each of its texts changed. */
export function withTexts(parts: readonly MessagePart[], change: (text: string) => string): string {
  return parts
    .map((part) => {
      if ('text' in part) return change(part.text);
      const { argument, format, options } = part;
      const chosen = options.map(([name, inner]) => `${name} {${withTexts(inner, change)}}`);
      return `{${[argument, format, chosen.join(' ')].filter(Boolean).join(', ')}}`;
    })
    .join('');
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  message(): MessagePart[] {
    const parts: MessagePart[] = [];
    while (!this.isAtEnd && this.source[this.at] !== '}') {
      parts.push(this.source[this.at] === '{' ? this.argument() : { text: this.upTo(/[{}]/) });
    }
    return parts;
  }

  private argument(): MessagePart {
    this.take('{');
    const argument = this.upTo(/[,}]/).trim();
    const format = this.has(',') ? this.upTo(/[,}]/).trim() : '';
    const options: Array<[string, MessagePart[]]> = [];
    if (this.has(',')) {
      for (let name = this.selector(); name !== ''; name = this.selector()) {
        this.take('{');
        options.push([name, this.message()]);
        this.take('}');
      }
    }
    this.take('}');
    return { argument, format, options };
  }

  private selector(): string {
    return this.upTo(/[{}]/).trim();
  }

  private upTo(end: RegExp): string {
    const length = this.source.slice(this.at).search(end);
    const text = this.source.slice(this.at, length < 0 ? undefined : this.at + length);
    this.at += text.length;
    return text;
  }

  private has(character: string): boolean {
    if (this.source[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private take(character: string): void {
    if (!this.has(character)) {
      throw new Error(`“${character}” is missing at ${this.at}: ${this.source}`);
    }
  }
}
