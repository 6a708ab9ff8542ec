export { englishFile, textOf } from './message_file';
export type { MessageFile } from './message_file';
export { argumentsOf, messageParts } from './message_parts';
export { PSEUDO_LOCALE, pseudoFile } from './pseudo_locale';
export { readMessages } from './read_messages';
