import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { i18n } from '@osd/i18n';
import { FormattedMessage, I18nProvider } from '@osd/i18n/react';

const uses =
  '{count, plural, =0 {Unused} one {Used by one {kind}} other {Used by # {kind, select, agent {agents} other {pipelines}}}}';

describe('translate', () => {
  test('fills in plural, select and numbers of a default message', () => {
    const say = (count: number, kind: string) =>
      i18n.translate('test.uses', { defaultMessage: uses, values: { count, kind } });
    expect(say(0, 'agent')).toBe('Unused');
    expect(say(1, 'agent')).toBe('Used by one agent');
    expect(say(1204, 'agent')).toBe('Used by 1,204 agents');
    expect(say(2, 'pipeline')).toBe('Used by 2 pipelines');
  });

  test('leaves a plain message as it is', () => {
    expect(i18n.translate('test.plain', { defaultMessage: 'Models' })).toBe('Models');
  });

  test('says which message lacks a value', () => {
    expect(() => i18n.translate('test.lack', { defaultMessage: 'Hello {name}' })).toThrow(
      '"test.lack"'
    );
  });

  test('refuses an empty id', () => {
    expect(() => i18n.translate('', { defaultMessage: 'Models' })).toThrow('non-empty');
  });

  test('prefers the text of the current locale', () => {
    i18n.addTranslation({ locale: 'de-de', messages: { 'test.title': '{n} Modelle' } });
    const title = () =>
      i18n.translate('test.title', { defaultMessage: '{n} models', values: { n: 3 } });
    expect(title()).toBe('3 models');
    i18n.setLocale('de-DE');
    try {
      expect(title()).toBe('3 Modelle');
      expect(i18n.translate('test.other', { defaultMessage: 'Other' })).toBe('Other');
      expect(i18n.getLocale()).toBe('de-DE');
    } finally {
      i18n.setLocale('en');
    }
  });
});

describe('react', () => {
  test('FormattedMessage takes elements as values', () => {
    const message = createElement(FormattedMessage, {
      id: 'test.message',
      defaultMessage: 'Delete {name}, used by {count, plural, one {# agent} other {# agents}}?',
      values: { name: createElement('b', null, 'minilm'), count: 2 },
    });
    expect(renderToStaticMarkup(createElement(I18nProvider, null, message))).toBe(
      'Delete <b>minilm</b>, used by 2 agents?'
    );
  });
});
