import { readContextTemplates } from '../../cluster';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Context management templates: `summarization_model_id` in their hooks (SummarizationManager). */
export const contextTemplates: Source = {
  kind: 'context_template',
  read: async (cluster) => stored(await readContextTemplates(cluster)),
  expectsModelId: underModelIdKey,
};
