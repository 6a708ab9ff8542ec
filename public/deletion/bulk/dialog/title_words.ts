import { i18n } from '@osd/i18n';
import type { BulkView } from '../state';

/** The dialog's title: a question until the run begins. */
export function titleWords({ kind }: BulkView, count: number): string {
  const values = { count };
  switch (kind) {
    case 'running':
      return i18n.translate('mlModels.deleteMany.titleRunning', {
        defaultMessage: 'Deleting {count, plural, one {# model} other {# models}}',
        values,
      });
    case 'finished':
      return i18n.translate('mlModels.deleteMany.titleFinished', {
        defaultMessage: 'What became of {count, plural, one {# model} other {# models}}',
        values,
      });
    default:
      return i18n.translate('mlModels.deleteMany.title', {
        defaultMessage: 'Delete {count, plural, one {# model} other {# models}}?',
        values,
      });
  }
}
