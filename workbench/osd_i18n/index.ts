export * as i18n from './engine';
export type { Formats } from './formats';
export type { TranslateArguments, TranslateValue } from './engine';
export type { Translation } from './translation';
