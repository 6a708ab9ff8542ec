import { i18n } from '@osd/i18n';
import type { CoverageState } from '../../../common/dependents';

/** How far a source is read now, where that changed. */
export function coverageChange(sources: string, to: CoverageState | null): string {
  switch (to) {
    case 'read':
      return i18n.translate('mlModels.change.sourceRead', {
        defaultMessage: 'The {sources} are checked now',
        values: { sources },
      });
    case 'forbidden':
      return i18n.translate('mlModels.change.sourceForbidden', {
        defaultMessage: 'You are not allowed to read the {sources} now',
        values: { sources },
      });
    case 'failed':
      return i18n.translate('mlModels.change.sourceFailed', {
        defaultMessage: 'The {sources} could not be read now',
        values: { sources },
      });
    case 'partial':
      return i18n.translate('mlModels.change.sourcePartial', {
        defaultMessage: 'The {sources} are checked only in part now',
        values: { sources },
      });
    case 'off':
      return i18n.translate('mlModels.change.sourceOff', {
        defaultMessage: 'The feature of {sources} is turned off now',
        values: { sources },
      });
    case 'absent':
    case null:
      return i18n.translate('mlModels.change.sourceAbsent', {
        defaultMessage: 'This cluster has no {sources} now',
        values: { sources },
      });
  }
}
