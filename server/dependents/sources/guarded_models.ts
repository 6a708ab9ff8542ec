import { readGuardedModels } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Models whose guardrails call for another model (ModelGuardrail). */
export const guardedModels: Source = {
  kind: 'model',
  read: async (cluster, { take }) => (await readGuardedModels(cluster)).forEach(take),
  expectsModelId: underModelIdKey,
};
