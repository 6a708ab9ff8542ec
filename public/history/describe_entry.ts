import { i18n } from '@osd/i18n';
import { DEPENDENT_KINDS } from '../../common/dependents/kinds';
import type { HistoryEntry, HistoryEvent } from '../../common/history/history';
import { kindLabel } from '../labels/dependent_labels';

/** What somebody did, as a sentence without a subject; with the doubt where the answer was lost. */
export function describeEntry(entry: HistoryEntry, modelId: string): string {
  const text = describeEvent(entry, modelId);
  return entry.done
    ? text
    : i18n.translate('mlModels.history.notSure', {
        defaultMessage: '{text} (the result isn’t known)',
        values: { text },
      });
}

function describeEvent(entry: HistoryEntry, modelId: string): string {
  const { model_id: model, replacement_id: replacement, enabled } = entry;
  const dependent = dependentText(entry.dependent);
  switch (entry.event) {
    case 'delete_model':
      return i18n.translate('mlModels.history.deleted', { defaultMessage: 'deleted the model' });
    case 'clean_up_model':
      return i18n.translate('mlModels.history.cleanedUp', {
        defaultMessage: 'deleted what was left of the model',
      });
    case 'deploy_model':
      return i18n.translate('mlModels.history.deployed', { defaultMessage: 'deployed the model' });
    case 'undeploy_model':
      return i18n.translate('mlModels.history.undeployed', {
        defaultMessage: 'undeployed the model',
      });
    case 'set_auto_deploy':
      return i18n.translate('mlModels.history.autoDeploy', {
        defaultMessage: 'turned auto-deploy {state, select, on {on} other {off}}',
        values: { state: enabled ? 'on' : 'off' },
      });
    case 'replace_model':
      return replacement === modelId
        ? i18n.translate('mlModels.history.replacedOther', {
            defaultMessage: 'replaced model {other} with this one in {dependent}',
            values: { other: model, dependent },
          })
        : i18n.translate('mlModels.history.replaced', {
            defaultMessage: 'replaced the model with {other} in {dependent}',
            values: { other: replacement, dependent },
          });
    case 'revert_replacement':
      return replacement === modelId
        ? i18n.translate('mlModels.history.revertedOther', {
            defaultMessage: 'reverted the replacement of model {other} in {dependent}',
            values: { other: model, dependent },
          })
        : i18n.translate('mlModels.history.reverted', {
            defaultMessage: 'reverted the replacement with model {other} in {dependent}',
            values: { other: replacement, dependent },
          });
    case 'swap_connector':
      return i18n.translate('mlModels.history.swapped', {
        defaultMessage: 'changed the connector to {connector}',
        values: { connector: entry.connector_id },
      });
    case 'embed_again':
      return i18n.translate('mlModels.history.embedded', {
        defaultMessage: 'started to embed documents again',
      });
    case 'cancel_embedding':
      return i18n.translate('mlModels.history.canceled', {
        defaultMessage: 'canceled the embedding of documents',
      });
    case 'set_safe_delete':
      return i18n.translate('mlModels.history.safeDelete', {
        defaultMessage:
          '{state, select, on {turned safe delete on} off {turned safe delete off} other {removed the setting of safe delete}} for the cluster',
        values: { state: enabled === null ? 'removed' : enabled ? 'on' : 'off' },
      });
  }
}

/** `kind/id` as people read it: the ID may have slashes too. */
function dependentText(dependent: string | null): string {
  const [name = '', ...rest] = (dependent ?? '').split('/');
  const kind = DEPENDENT_KINDS.find((one) => one === name);
  return kind ? `${kindLabel(kind)} ${rest.join('/')}` : (dependent ?? '');
}

const ICONS: Readonly<Record<HistoryEvent, string>> = {
  delete_model: 'trash',
  clean_up_model: 'broom',
  deploy_model: 'play',
  undeploy_model: 'stop',
  set_auto_deploy: 'gear',
  replace_model: 'merge',
  revert_replacement: 'editorUndo',
  swap_connector: 'link',
  embed_again: 'refresh',
  cancel_embedding: 'cross',
  set_safe_delete: 'lock',
};

/** The icon of what somebody did. */
export function entryIcon({ event }: HistoryEntry): string {
  return ICONS[event];
}
