import { i18n } from '@osd/i18n';
import { effectWord } from '../effect_words';
import type { RowEffect, TableRow } from './table_rows';

/** What a row says of a delete, in a few words. */
export function rowEffectWords(effect: RowEffect): string {
  switch (effect) {
    case 'needs':
      return i18n.translate('mlModels.map.row.needs', {
        defaultMessage: 'needed by the model, stays',
      });
    case 'unchecked':
      return i18n.translate('mlModels.map.row.unchecked', { defaultMessage: 'not checked' });
    default:
      return effectWord(effect);
  }
}

/** What is wrong with what a row is about; empty where nothing is. */
export function rowStateWords({ missing, notRead }: TableRow): string {
  if (missing) {
    return i18n.translate('mlModels.map.row.missing', {
      defaultMessage: 'Missing: nothing has this ID',
    });
  }
  if (notRead === '') return '';
  return i18n.translate('mlModels.map.row.notRead', {
    defaultMessage: 'Could not be read. The cluster said: “{words}”',
    values: { words: notRead },
  });
}
