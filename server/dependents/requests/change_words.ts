import { i18n } from '@osd/i18n';
import { formatPlace, type Place } from '../place';
import { ANOTHER_MODEL } from './another_model';

/** Which parts a definition is without. */
export function withoutWords(parts: readonly Place[]): string {
  return i18n.translate('mlModels.requests.without', {
    defaultMessage: 'As it is now, without {parts}.',
    values: { parts: parts.map(formatPlace).join(', ') },
  });
}

/** That the admin has something to fill in. */
export function anotherModelWords(): string {
  return i18n.translate('mlModels.requests.anotherModel', {
    defaultMessage: 'Write the ID of the model that is to take its place over “{placeholder}”.',
    values: { placeholder: ANOTHER_MODEL },
  });
}
