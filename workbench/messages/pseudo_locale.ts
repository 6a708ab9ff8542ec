import type { MessageFile } from './message_file';
import { messageParts, withTexts } from './message_parts';
import type { MessagePart } from './message_parts';

/** English rules for plurals, in a language that nobody speaks. */
export const PSEUDO_LOCALE = 'en-XA';

const PLAIN = 'AEIOUaeiouCcNnSsYyZz';
const ACCENTED = 'ÅÉÎÖÛåéîöûÇçÑñŠšÝýŽž';

/** As much longer as translations of short English texts become. */
const LONGER_BY = 0.4;

/**
 * A message that can be read by whoever reads English, is longer, and is told from any text that
 * no translation went over by its brackets.
 */
export function pseudoMessage(message: string): string {
  const parts = messageParts(message);
  const accented = withTexts(parts, (text) =>
    text.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)
  );
  return `⟦${accented}${'·'.repeat(Math.ceil(lengthOf(parts) * LONGER_BY))}⟧`;
}

/** Of the text by itself; of several to choose from, the longest. */
function lengthOf(parts: readonly MessagePart[]): number {
  const lengths = parts.map((part) =>
    'text' in part
      ? part.text.length
      : Math.max(0, ...part.options.map(([, inner]) => lengthOf(inner)))
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** All texts in the language that nobody speaks. */
export function pseudoFile({ messages }: MessageFile): MessageFile {
  const all = Object.entries(messages);
  return { messages: Object.fromEntries(all.map(([id, text]) => [id, pseudoMessage(text)])) };
}
