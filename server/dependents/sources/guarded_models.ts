import { readGuardedModels } from '../../cluster';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Models whose guardrails call for another model (ModelGuardrail). */
export const guardedModels: Source = {
  kind: 'model',
  read: async (cluster) => stored(await readGuardedModels(cluster)),
  expectsModelId: underModelIdKey,
};
