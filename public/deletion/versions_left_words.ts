import { i18n } from '@osd/i18n';
import type { DeleteModelAnswer } from '../../common/deletion';
import { listWords } from '../components/list_words';

/**
 * That versions came into a group while it was deleted with its last one, or that nobody could look
 * for them; empty where there are none.
 */
export function versionsLeftWords({ versions_without_group: left }: DeleteModelAnswer): string {
  if (left === undefined || left?.length === 0) return '';
  if (left === null) {
    return i18n.translate('mlModels.versionsLeft.unknown', {
      defaultMessage:
        'Its group was deleted too. It could not be found out whether others registered a version in it at that moment.',
    });
  }
  return i18n.translate('mlModels.versionsLeft.found', {
    defaultMessage:
      'Its group was deleted too, and at that moment others registered {count, plural, one {a version} other {versions}} in it: {ids}. Without their group, only a user with the role all_access may be able to read or delete them: have them registered again in another group.',
    values: { count: left.length, ids: listWords(left) },
  });
}
