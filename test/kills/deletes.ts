import type { ReviewModelsAnswer } from '../../common/contracts/bulk_deletion';
import type { Review } from '../../common/dependents/review';
import { asApiError } from '../../public/api/errors';
import {
  resultFromError,
  type ModelResult,
  type ModelProgress,
  startRun,
} from '../../public/deletion/bulk/run';
import { sortOut } from '../../public/deletion/bulk/run_plan';
import { pageApi } from '../cluster/page_api';
import type { Sender } from '../cluster/plugin_api';

const DELETE = 'DELETE /api/ml_models/models/{model_id}';

/** One delete as the dialog sends it, with what is deployed undeployed first. */
export async function deleteOn(review: Review, sender: Sender): Promise<ModelResult> {
  const undeploy = review.conditions.includes('undeploy_first');
  try {
    const answer = await pageApi(sender).call(DELETE, {
      params: { model_id: review.model.id },
      query: { fingerprint: review.fingerprint, ...(undeploy && { undeploy }) },
    });
    return { kind: 'deleted', answer };
  } catch (error) {
    return resultFromError(asApiError(error));
  }
}

/** What the page shows of a model's end. */
export function told(end: ModelProgress): string {
  if (end.kind === 'deleted') return `deleted, group ${end.answer.model_group}`;
  return end.kind === 'stopped' ? end.reason : end.kind;
}

/** Runs as the page does; `senderOf` is asked before each delete. */
export async function runOn(
  answer: ReviewModelsAnswer,
  senderOf: (modelId: string) => Promise<Sender>
): Promise<Record<string, ModelProgress>> {
  const ids = answer.reviews.map(({ review }) => review.model.id);
  const { going } = sortOut(answer, { accepted: new Set(), undeploy: new Set(ids) });
  const run = startRun(going, {
    async remove(call) {
      const sender = await senderOf(call.params.model_id);
      return pageApi(sender).call(DELETE, call);
    },
    onChange: () => undefined,
  });
  const { models } = await run.ended;
  return Object.fromEntries(
    models.map(({ going: { reviewed }, progress }) => [reviewed.review.model.id, progress])
  );
}
