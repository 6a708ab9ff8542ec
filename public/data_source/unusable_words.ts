import { i18n } from '@osd/i18n';

/** What to do where the platform could not use a data source. */
export function unusableWords(): string {
  return i18n.translate('mlModels.dataSource.unusable', {
    defaultMessage: 'The data source could not be used. Choose another or check its settings.',
  });
}
