import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addTranslation, setLocale, translate } from '../osd_i18n/engine';
import { ROOT } from '../root';
import { argumentsOf, englishFile, messageParts, readMessages, type MessageFile } from '.';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const english = englishFile(readMessages(ROOT));
const { translations } = read('.i18nrc.json') as { translations: string[] };

describe.each(translations)('%s', (file) => {
  const locale = path.basename(file, '.json');
  const { messages } = read(file) as MessageFile;

  it('has each text, and no other', () => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english.messages).sort());
  });

  it('takes the same values in each text', () => {
    const names = (text: string) => argumentsOf(messageParts(text));
    const wrong = Object.entries(messages).filter(
      ([id, text]) => `${names(text)}` !== `${names(english.messages[id] ?? '')}`
    );
    expect(wrong).toEqual([]);
  });

  it('can be formatted', () => {
    addTranslation({ messages, locale });
    setLocale(locale);
    const values = new Proxy({}, { get: () => 2, has: () => true, getOwnPropertyDescriptor });
    for (const id of Object.keys(messages)) {
      expect(translate(id, { defaultMessage: '', values })).not.toBe('');
    }
    setLocale('en');
  });
});

/** Every value is there: a message asks for what it needs. */
function getOwnPropertyDescriptor() {
  return { value: 2, enumerable: true, configurable: true };
}
