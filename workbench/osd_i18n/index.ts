export * as i18n from './engine';
export type { TranslateArguments, TranslateValue } from './engine';
export type { Translation } from './translation';
