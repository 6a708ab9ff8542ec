import { i18n } from '@osd/i18n';
import { formatList } from './format_list';

afterEach(() => i18n.setLocale('en'));

it('sets names apart, where there is more than one', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['agents'])).toBe('agents');
  expect(formatList(['agents', 'indexes', 'models'])).toBe('agents, indexes, models');
});

it('sets them apart as the translation says', () => {
  i18n.addTranslation({ messages: { 'mlModels.list.next': '{before}、{next}' } }, 'zh-CN');
  i18n.setLocale('zh-CN');
  expect(formatList(['代理', '索引', '模型'])).toBe('代理、索引、模型');
});
