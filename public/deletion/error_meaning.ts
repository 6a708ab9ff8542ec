import { i18n } from '@osd/i18n';
import type { ApiError } from '../api';
import { unusableWords } from '../data_source/unusable_words';
import { causeMeaning } from './cause_meaning';

/** Whether a delete that was answered so may have happened all the same. */
export function isOutcomeOpen({ reason, status }: ApiError): boolean {
  switch (reason) {
    case 'timeout':
    case 'unreachable':
    case 'server_unreachable':
    case 'malformed_answer':
      return true;
    default:
      // a gateway in between, or a server that broke down
      return status === null || (reason === 'unexpected' && status >= 500);
  }
}

/** What an error means for the admin and what to do. */
export function errorMeaning(error: ApiError): string {
  if (error.cause) return causeMeaning(error.cause, error.permission);
  if (isOutcomeOpen(error)) {
    return i18n.translate('mlModels.delete.meaning.open', {
      defaultMessage:
        'Check again once the cluster answers: then you are told whether the model is gone.',
    });
  }
  switch (error.reason) {
    case 'forbidden':
      return i18n.translate('mlModels.delete.meaning.forbidden', {
        defaultMessage: 'You lack a permission of the cluster. Ask one of its admins.',
      });
    case 'data_source_unavailable':
      return unusableWords();
    default:
      return i18n.translate('mlModels.delete.meaning.other', {
        defaultMessage: 'Nothing was deleted. Check again to see the model as it is now.',
      });
  }
}

/** The same where the review itself could not be read. */
export function reviewErrorMeaning(error: ApiError): string {
  return error.cause || error.reason === 'forbidden' || error.reason === 'data_source_unavailable'
    ? errorMeaning(error)
    : i18n.translate('mlModels.delete.meaning.review', {
        defaultMessage: 'Nothing was deleted. Without a review there is no delete: check again.',
      });
}
