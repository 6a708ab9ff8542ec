import { i18n } from '@osd/i18n';
import { readContextTemplates } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Context management templates: `summarization_model_id` in their hooks (SummarizationManager). */
export const contextTemplates: Source = {
  kind: 'context_template',
  async read(cluster, { take }) {
    const { templates, whole } = await readContextTemplates(cluster);
    templates.forEach(take);
    if (whole) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.templatesMoved', {
        defaultMessage: 'The list changed while its pages were read.',
      }),
    };
  },
  storedIn: ['.plugins-ml-context-management-templates'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
