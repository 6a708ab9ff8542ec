import { i18n } from '@osd/i18n';
import type { NotReviewed } from '../../../../common/deletion';
import { asInRun } from '../../../../common/deletion/bulk/review_in_run';
import { blockers } from '../../blockers';
import type { Staying } from '../sort_out';
import { namesWords } from './names_words';
import type { NameOf } from './names_words';

/** Why a model is no part of the run. */
export function stayingWords(staying: Staying, nameOf: NameOf): string {
  switch (staying.why) {
    case 'not_reviewed':
      return notReviewedWords(staying.error);
    case 'refused':
      if (staying.reviewed.review.unreadable !== undefined) return unreadableWords();
      return i18n.translate('mlModels.deleteMany.refused', {
        defaultMessage:
          'ML Commons refuses: {count, plural, one {# resource uses} other {# resources use}} it, and safe delete is on.',
        values: { count: blockers(asInRun(staying.reviewed)).length },
      });
    case 'cycle':
      return i18n.translate('mlModels.deleteMany.cycle', {
        defaultMessage:
          'These models guard each other, so that none of them can go first: {names}. Take the guardrail out of one of them.',
        values: { names: namesWords(staying.modelIds, nameOf) },
      });
    case 'user_stays':
      return i18n.translate('mlModels.deleteMany.userStays', {
        defaultMessage: 'It guards {names}, which {count, plural, one {stays} other {stay}}.',
        values: { names: namesWords(staying.modelIds, nameOf), count: staying.modelIds.length },
      });
    case 'not_accepted':
      return i18n.translate('mlModels.deleteMany.notAccepted', {
        defaultMessage: 'It would have gone only if you had said so.',
      });
  }
}

function unreadableWords(): string {
  return i18n.translate('mlModels.deleteMany.unreadable', {
    defaultMessage: 'ML Commons can’t read it, so it can’t delete it. Its page says what helps.',
  });
}

function notReviewedWords({ reason, message }: NotReviewed): string {
  return reason === 'not_found'
    ? i18n.translate('mlModels.deleteMany.goneAlready', {
        defaultMessage: 'It is gone already.',
      })
    : i18n.translate('mlModels.deleteMany.notReviewed', {
        defaultMessage: 'It could not be checked: {message}',
        values: { message },
      });
}
