import { i18n } from '@osd/i18n';
import type { HoldingNode } from '../../common/models';
import { stateWords } from './state_words';

/** A node by its name, with the state that a model has on it. */
export function nodeWords({ name, state }: HoldingNode): string {
  return i18n.translate('mlModels.undeploy.node', {
    defaultMessage: '{name} ({state})',
    values: {
      name,
      state:
        state === null
          ? i18n.translate('mlModels.undeploy.noAnswer', { defaultMessage: 'doesn’t answer' })
          : stateWords(state),
    },
  });
}
