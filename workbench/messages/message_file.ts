import type { Message } from './read_messages';

/** What `translations/<locale>.json` has: the platform reads it so. */
export interface MessageFile {
  messages: Record<string, string>;
}

/**
 * The file of all texts in English, from which translations are made.
 * @throws Error where one id has two texts
 */
export function englishFile(messages: readonly Message[]): MessageFile {
  const known = new Map<string, Message>();
  for (const message of messages) {
    const other = known.get(message.id);
    if (other && other.defaultMessage !== message.defaultMessage) {
      throw new Error(`${message.id} has two texts: at ${other.place} and ${message.place}.`);
    }
    known.set(message.id, message);
  }
  const sorted = [...known].sort(([one], [other]) => (one < other ? -1 : 1));
  return { messages: Object.fromEntries(sorted.map(([id, one]) => [id, one.defaultMessage])) };
}

export function textOf(file: MessageFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
