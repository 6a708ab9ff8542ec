import { i18n } from '@osd/i18n';

/** Names one after the other, set apart as the language of the page does; empty where there are none. */
export function formatList(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.reduce(
    (before, next) =>
      i18n.translate('mlModels.list.next', {
        defaultMessage: '{before}, {next}',
        values: { before, next },
      }),
    first
  );
}
