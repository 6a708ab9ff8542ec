import { i18n } from '@osd/i18n';
import { mayHideModels, readGuardedModels, type Cluster, type StoredDocument } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** How guarded models are taken from what finds them. */
export function takeGuarded(find: (cluster: Cluster) => Promise<StoredDocument[]>): Source['read'] {
  return async (cluster, { take }, limits) => {
    const [documents, mayBeHidden] = await Promise.all([
      find(cluster),
      limits.then((found) => mayHideModels(cluster, found)),
    ]);
    documents.forEach(take);
    if (!mayBeHidden) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.modelsOfOthers', {
        defaultMessage: 'ML Commons lists only models of groups that you have access to.',
      }),
    };
  };
}

/** Models whose guardrails call for another model (ModelGuardrail). */
export const guardedModels: Source = {
  kind: 'model',
  read: takeGuarded(readGuardedModels),
  expectsModelId: underModelIdKey,
};
