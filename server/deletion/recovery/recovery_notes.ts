import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents';
import { notChecked } from '../../../common/dependents';
import { hasContent } from '../../../common/models';

/** What was not read though it belongs to the model. */
export interface Unread {
  what: string;
  words: string;
}

function contentNote({ model }: Review): string[] {
  if (!hasContent(model.function_name)) return [];
  return [
    i18n.translate('mlModels.recovery.content', {
      defaultMessage:
        'The content of the model can’t be brought back from this file: it takes the file or URL that it was registered from, or training it again.',
    }),
  ];
}

function notCheckedNote({ coverage }: Review): string[] {
  const sources = notChecked(coverage).map(({ source }) => source);
  if (sources.length === 0) return [];
  return [
    i18n.translate('mlModels.recovery.notChecked', {
      defaultMessage: 'Not checked, so what uses the model there is not in here: {sources}.',
      values: { sources: sources.join(', ') },
    }),
  ];
}

/** What can't be brought back with a recovery, and what is not in it, in words. */
export function recoveryNotes(review: Review, unread: readonly Unread[]): string[] {
  return [
    ...contentNote(review),
    i18n.translate('mlModels.recovery.newId', {
      defaultMessage:
        'A model that is registered again gets a new ID: the definitions of what uses it hold the old one.',
    }),
    i18n.translate('mlModels.recovery.secrets', {
      defaultMessage:
        'Credentials and the values of headers are left out, and whatever else may be a secret.',
    }),
    i18n.translate('mlModels.recovery.documents', {
      defaultMessage: 'Documents of indexes and memories of agents are not in here.',
    }),
    ...notCheckedNote(review),
    ...unread.map(({ what, words }) =>
      i18n.translate('mlModels.recovery.notRead', {
        defaultMessage: '{what} could not be read. The cluster said: “{words}”',
        values: { what, words },
      })
    ),
  ];
}
