import { readContextTemplates } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Context management templates: `summarization_model_id` in their hooks (SummarizationManager). */
export const contextTemplates: Source = {
  kind: 'context_template',
  read: async (cluster, { take }) => (await readContextTemplates(cluster)).forEach(take),
  storedIn: ['.plugins-ml-context-management-templates'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
