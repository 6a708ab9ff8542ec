import { parse } from 'intl-messageformat-parser';
import type { Argument, Pattern } from 'intl-messageformat-parser';

/** A piece of an ICU message: text, or an argument with the messages that it chooses from. */
export type MessagePart =
  | { text: string }
  | { argument: string; format: string; options: Array<[selector: string, MessagePart[]]> };

/**
 * The parts of an ICU message, as deep as they go.
 * @throws Error with the message where it can't be read
 */
export function messageParts(message: string): MessagePart[] {
  try {
    return partsOf(parse(message));
  } catch (error) {
    throw new Error(`${message}: ${String(error)}`);
  }
}

function partsOf({ elements }: Pattern): MessagePart[] {
  return elements.map((element) =>
    element.type === 'messageTextElement' ? { text: element.value } : argumentPart(element)
  );
}

function argumentPart({ id: argument, format }: Argument): MessagePart {
  const options = (format?.options ?? []).map(({ selector, value }): [string, MessagePart[]] => [
    selector,
    partsOf(value),
  ]);
  return { argument, format: format?.type.replace('Format', '') ?? '', options };
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
