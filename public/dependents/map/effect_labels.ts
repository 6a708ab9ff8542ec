import { i18n } from '@osd/i18n';
import type { Enforcement } from '../../../common/dependents/verdict';
import type { LineStyle } from './graph_view';

/** What a delete of the model does to a node, as it is shown there. */
export function effectWord(enforcement: Enforcement): string {
  switch (enforcement) {
    case 'blocks':
      return i18n.translate('mlModels.map.effect.blocks', { defaultMessage: 'blocks' });
    case 'breaks':
      return i18n.translate('mlModels.map.effect.breaks', { defaultMessage: 'would break' });
    case 'possible':
      return i18n.translate('mlModels.map.effect.possible', { defaultMessage: 'might break' });
  }
}

/** The same as a whole sentence; what a line means. */
export function effectSentence(line: LineStyle): string {
  switch (line) {
    case 'blocks':
      return i18n.translate('mlModels.map.line.blocks', {
        defaultMessage: 'Blocks: ML Commons refuses the delete while safe delete is on',
      });
    case 'breaks':
      return i18n.translate('mlModels.map.line.breaks', {
        defaultMessage: 'Would break: nothing stops the delete',
      });
    case 'possible':
      return i18n.translate('mlModels.map.line.possible', {
        defaultMessage: 'Might break: not sure, or not checked',
      });
    case 'needs':
      return i18n.translate('mlModels.map.line.needs', {
        defaultMessage: 'Needed by the model: stays when it is deleted',
      });
  }
}
