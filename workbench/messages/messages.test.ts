import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addTranslation, setLocale, translate } from '../osd_i18n/engine';
import { ROOT } from '../root';
import { englishFile, messageParts, PSEUDO_LOCALE, pseudoFile, readMessages } from '.';
import { pseudoMessage } from './pseudo_locale';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const english = englishFile(readMessages(ROOT));

describe('the texts of the plugin', () => {
  it('are in the message file as they are in the code: `npm run messages` renews it', () => {
    expect(read('translations/en.json')).toEqual(english);
  });

  it('have ids of one prefix', () => {
    const others = Object.keys(english.messages).filter((id) => !id.startsWith('mlModels.'));
    expect(others).toEqual([]);
  });
});

describe('the language that nobody speaks', () => {
  it('keeps what a message takes', () => {
    const message = 'Delete {count, plural, =0 {no model} one {# model} other {# of {all}}} now?';
    const pseudo = pseudoMessage(message);
    expect(pseudo).toBe(
      '⟦Délété {count, plural, =0 {ñö mödél} one {# mödél} other {# öf {all}}} ñöw?········⟧'
    );
    addTranslation({ messages: { 'mlModels.x': pseudo }, locale: PSEUDO_LOCALE });
    setLocale(PSEUDO_LOCALE);
    const told = (count: number) =>
      translate('mlModels.x', { defaultMessage: '', values: { count, all: 9 } });
    expect([told(0), told(1), told(3)].map((text) => text.replace(/·/g, ''))).toEqual([
      '⟦Délété ñö mödél ñöw?⟧',
      '⟦Délété 1 mödél ñöw?⟧',
      '⟦Délété 3 öf 9 ñöw?⟧',
    ]);
    setLocale('en');
  });

  it('has each text', () => {
    const { messages } = pseudoFile(english);
    expect(Object.keys(messages)).toEqual(Object.keys(english.messages));
  });
});

describe('reading a message', () => {
  it.each(['a {b', 'a } b', '{count, plural, one {x}', '{a}}'])('refuses %j', (message) => {
    expect(() => messageParts(message)).toThrow(message);
  });
});
