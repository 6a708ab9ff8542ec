import type { ReviewModelsAnswer } from '../../common/contracts/deletion';
import { openConditions } from '../../common/deletion/consent';
import { planRun } from '../../common/deletion/run_plan';
import type { Review } from '../../common/dependents/review';
import type { ApiClient } from '../../public/api/client';
import {
  deleteOne,
  type ModelResult,
  type ModelProgress,
  startRun,
} from '../../public/deletion/bulk/run';
import { pageApi } from '../cluster/page_api';
import type { Sender } from '../cluster/plugin_api';

/** One delete as the page sends it, with what is deployed undeployed first. */
export async function deleteOn(review: Review, sender: Sender): Promise<ModelResult> {
  const { result } = await deleteOne(
    { shown: review, connector: null },
    pageApi(sender),
    () => true
  );
  return result;
}

/** What the page shows of a model's end. */
export function told(end: ModelProgress): string {
  if (end.kind === 'deleted') return `deleted, group ${end.answer.model_group}`;
  return end.kind === 'stopped' ? end.reason : end.kind;
}

/** The page's API for a run: `senderOf` is asked once for each model, before its first request. */
function apiOf(senderOf: (modelId: string) => Promise<Sender>): ApiClient {
  const apis = new Map<string, Promise<ApiClient>>();
  const apiFor = (modelId: string) => {
    const api = apis.get(modelId) ?? senderOf(modelId).then(pageApi);
    apis.set(modelId, api);
    return api;
  };
  return {
    ...pageApi(),
    reviewModel: async (id, ...rest) => (await apiFor(id)).reviewModel(id, ...rest),
    undeployModel: async (id, ...rest) => (await apiFor(id)).undeployModel(id, ...rest),
    deleteModel: async (id, ...rest) => (await apiFor(id)).deleteModel(id, ...rest),
  };
}

/** Runs as the page does, where the admin has agreed to every undeploy. */
export async function runOn(
  answer: ReviewModelsAnswer,
  senderOf: (modelId: string) => Promise<Sender>
): Promise<Record<string, ModelProgress>> {
  const { deletes } = planRun(answer, (shown) =>
    openConditions(shown, { undeploy: true, typedName: '' })
  );
  const run = startRun(deletes, { api: apiOf(senderOf), onChange: () => undefined });
  const { models } = await run.ended;
  return Object.fromEntries(
    models.map(({ planned, progress }) => [planned.shown.model.id, progress])
  );
}
