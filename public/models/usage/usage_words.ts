import { i18n } from '@osd/i18n';
import type { Usage } from '../../../common/models';

/** "4 block · 1 breaks"; empty where nothing was found. */
export function usageWords({ blocks, breaks, possible }: Usage): string {
  return [
    blocks > 0 &&
      i18n.translate('mlModels.usage.blocks', {
        defaultMessage: '{count, plural, one {# blocks} other {# block}}',
        values: { count: blocks },
      }),
    breaks > 0 &&
      i18n.translate('mlModels.usage.breaks', {
        defaultMessage: '{count, plural, one {# breaks} other {# break}}',
        values: { count: breaks },
      }),
    possible > 0 &&
      i18n.translate('mlModels.usage.possible', {
        defaultMessage: '{count, plural, one {# possible} other {# possible}}',
        values: { count: possible },
      }),
  ]
    .filter(Boolean)
    .join(' · ');
}
