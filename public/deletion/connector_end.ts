import { i18n } from '@osd/i18n';
import { formatList } from '../components/format_list';
import type { ConnectorEnd } from './dialog_state';

/** What became of a connector that was to go with a model. */
export function connectorEndText(end: ConnectorEnd): string {
  const { name } = end;
  switch (end.kind) {
    case 'gone':
      return i18n.translate('mlModels.outcome.connectorGone', {
        defaultMessage: 'Connector “{name}” was already deleted.',
        values: { name },
      });
    case 'kept':
      return i18n.translate('mlModels.outcome.connectorKept', {
        defaultMessage: 'Connector “{name}” wasn’t deleted. {reason}',
        values: { name, reason: end.error.displayMessage },
      });
    case 'unknown':
      return i18n.translate('mlModels.outcome.connectorUnknown', {
        defaultMessage:
          'The connection was lost. Couldn’t confirm whether connector “{name}” was deleted.',
        values: { name },
      });
    case 'deleted': {
      const { models_without_connector: left } = end.answer;
      if (left === undefined) {
        return i18n.translate('mlModels.outcome.connectorDeleted', {
          defaultMessage: 'Connector “{name}” was deleted.',
          values: { name },
        });
      }
      return left === null
        ? i18n.translate('mlModels.outcome.connectorLeftUnknown', {
            defaultMessage:
              'Connector “{name}” was deleted. Couldn’t check whether others registered a model with it at that moment.',
            values: { name },
          })
        : i18n.translate('mlModels.outcome.connectorLeft', {
            defaultMessage:
              'Connector “{name}” was deleted, while others registered models with it: {ids}. Give them another connector.',
            values: { name, ids: formatList(left) },
          });
    }
  }
}

/** Whether a connector did not go as was agreed to, so that somebody has to look at it. */
export function isConnectorOpen(end: ConnectorEnd | null): boolean {
  if (!end || end.kind === 'gone') return false;
  return end.kind !== 'deleted' || end.answer.models_without_connector !== undefined;
}
