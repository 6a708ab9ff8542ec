import { i18n } from '@osd/i18n';

/** On the button that reads again what could not be read. */
export function retryWords(): string {
  return i18n.translate('mlModels.failure.retry', { defaultMessage: 'Retry' });
}
