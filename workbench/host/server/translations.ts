import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MessageFile } from '../../messages/message_file';
import { PSEUDO_LOCALE, pseudoFile } from '../../messages/pseudo_locale';

interface Translation extends MessageFile {
  locale: string;
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

/** The file of a locale among those that a plugin names in its `.i18nrc.json`. */
function fileOf(folder: string, locale: string): string | undefined {
  const list = path.join(folder, '.i18nrc.json');
  if (!existsSync(list)) return undefined;
  const { translations } = read<{ translations: string[] }>(list);
  const file = translations.find((one) => path.basename(one, '.json') === locale);
  return file && path.join(folder, file);
}

function pseudoOf(folder: string): MessageFile | undefined {
  const english = path.join(folder, 'translations', 'en.json');
  return existsSync(english) ? pseudoFile(read<MessageFile>(english)) : undefined;
}

/** The texts of all plugins in a language; none where they have none, and English is shown. */
export function translationOf(pluginFolders: readonly string[], locale: string): Translation {
  const files = pluginFolders.flatMap((folder) => {
    if (locale === PSEUDO_LOCALE) return pseudoOf(folder) ?? [];
    const file = fileOf(folder, locale);
    return file ? read<MessageFile>(file) : [];
  });
  return { locale, messages: Object.assign({}, ...files.map(({ messages }) => messages)) };
}
