import { i18n } from '@osd/i18n';

/** On the button that leaves things as they are. */
export function cancelLabel(): string {
  return i18n.translate('mlModels.action.cancel', { defaultMessage: 'Cancel' });
}

/** On the button that closes what has only something to say. */
export function closeLabel(): string {
  return i18n.translate('mlModels.action.close', { defaultMessage: 'Close' });
}

/** On the button that does again what failed. */
export function retryLabel(): string {
  return i18n.translate('mlModels.action.retry', { defaultMessage: 'Retry' });
}

/** On the button that reviews models again. */
export function checkAgainLabel(): string {
  return i18n.translate('mlModels.action.checkAgain', { defaultMessage: 'Check again' });
}

export function deleteLabel(): string {
  return i18n.translate('mlModels.action.delete', { defaultMessage: 'Delete' });
}

export function undeployLabel(): string {
  return i18n.translate('mlModels.action.undeploy', { defaultMessage: 'Undeploy' });
}

export function downloadCsvLabel(): string {
  return i18n.translate('mlModels.action.downloadCsv', { defaultMessage: 'Download as CSV' });
}

export function deletionResultsLabel(): string {
  return i18n.translate('mlModels.deleteMany.titleFinished', {
    defaultMessage: 'Deletion results',
  });
}
