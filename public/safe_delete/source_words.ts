import { i18n } from '@osd/i18n';
import type { SafeDelete } from '../../common/safe_delete';

/** Where the value comes from. */
export function sourceWords(source: SafeDelete['source']): string {
  switch (source) {
    case 'transient':
      return i18n.translate('mlModels.safeDelete.source.transient', {
        defaultMessage: 'transient setting',
      });
    case 'persistent':
      return i18n.translate('mlModels.safeDelete.source.persistent', {
        defaultMessage: 'persistent setting',
      });
    case 'node':
      return i18n.translate('mlModels.safeDelete.source.node', {
        defaultMessage: 'set in the nodes’ opensearch.yml',
      });
    case 'default':
      return i18n.translate('mlModels.safeDelete.source.default', { defaultMessage: 'default' });
  }
}
