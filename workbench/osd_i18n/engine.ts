import IntlMessageFormat from 'intl-messageformat';
import { addLocales } from './locales';
import type { Translation } from './translation';

export type TranslateValue = string | number | boolean | Date | null | undefined;

export interface TranslateArguments {
  defaultMessage: string;
  values?: Record<string, TranslateValue>;
}

const DEFAULT_LOCALE = 'en';
const translations = new Map<string, Translation>();
const compiled = new Map<string, IntlMessageFormat>();
let currentLocale = DEFAULT_LOCALE;

IntlMessageFormat.defaultLocale = DEFAULT_LOCALE;
addLocales();

/** Adds the texts of one locale to those that are known. */
export function addTranslation(translation: Translation, locale = translation.locale): void {
  if (!locale) {
    throw new Error('[I18n] A `locale` must be a non-empty string to add messages.');
  }
  const key = normalizeLocale(locale);
  const known = translations.get(key);
  translations.set(key, {
    locale: key,
    messages: { ...known?.messages, ...translation.messages },
  });
}

/** The texts of the current locale. */
export function getTranslation(): Translation {
  return translations.get(currentLocale) ?? { messages: {} };
}

export function setLocale(locale: string): void {
  if (!locale) throw new Error('[I18n] A `locale` must be a non-empty string.');
  currentLocale = normalizeLocale(locale);
}

export function getLocale(): string {
  return currentLocale;
}

/** The language of the messages in the code. */
export function getDefaultLocale(): string {
  return DEFAULT_LOCALE;
}

/** Fetches a translation and makes it the current one; the platform wraps it the same way. */
export async function load(translationsUrl: string): Promise<void> {
  const response = await fetch(translationsUrl, { credentials: 'same-origin' });
  if (response.status >= 300) {
    throw new Error(`Translations request failed with status code: ${response.status}`);
  }
  const { translations: loaded } = (await response.json()) as { translations?: Translation };
  if (!loaded) return;
  addTranslation(loaded, loaded.locale ?? currentLocale);
  if (loaded.locale) setLocale(loaded.locale);
}

/**
 * The text behind an id in the current locale, else the default message, with its ICU arguments
 * filled in.
 * @throws where a message asks for a value that isn't given, as the platform does
 */
export function translate(id: string, { defaultMessage, values = {} }: TranslateArguments): string {
  if (!id) throw new Error('[I18n] An `id` must be a non-empty string to translate a message.');
  const translated = getTranslation().messages[id];
  if (!translated && !defaultMessage) {
    throw new Error(`[I18n] Cannot format message: "${id}". Default message must be provided.`);
  }
  try {
    return translated
      ? format(translated, currentLocale, values)
      : format(defaultMessage, DEFAULT_LOCALE, values);
  } catch (error) {
    throw new Error(`[I18n] Error formatting message: "${id}".\n${String(error)}`);
  }
}

function format(message: string, locale: string, values: Record<string, TranslateValue>): string {
  const key = `${locale}\n${message}`;
  const known = compiled.get(key) ?? new IntlMessageFormat(message, locale);
  compiled.set(key, known);
  return known.format(values);
}

/** `pt-br` → `pt-BR`, `zh-hans-cn` → `zh-Hans-CN`; what can't be read as a locale stays as it is. */
function normalizeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  } catch {
    return locale;
  }
}
