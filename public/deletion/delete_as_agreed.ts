import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import { hasNewConsequences } from '../../common/deletion/consent';
import type { AcceptableVerdict } from '../../common/deletion/consent';
import type { Review } from '../../common/dependents/review';
import type { Call } from '../api/client';
import { asApiError } from '../api/errors';

export type RemoveCall = Call<'DELETE /api/ml_models/models/{model_id}'>;

/** How often a delete is sent again for one that was agreed to once. */
const MAX_REPEATS = 3;

export interface AgreedDelete {
  /** What the admin was shown, and agreed to. */
  shown: Review;
  accept: readonly AcceptableVerdict[];
  undeploy?: boolean | 'done';
  /** Sends one delete. Rejects with an `ApiError`. */
  remove(call: RemoveCall): Promise<DeleteModelAnswer>;
  /** Whether another one may still be sent: not once the admin has stopped or left. */
  mayRepeat(): boolean;
}

/**
 * Deletes a model on the review that was shown. The server stops at every change; where what was
 * shown only became less since, the consent covers that too, and the delete is sent again.
 * @throws ApiError of the last delete
 */
export async function deleteAsAgreed(agreed: AgreedDelete): Promise<DeleteModelAnswer> {
  const { shown, accept, undeploy, remove, mayRepeat } = agreed;
  let { fingerprint } = shown;
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await remove({
        params: { model_id: shown.model.id },
        query: {
          fingerprint,
          ...(accept.length > 0 && { accept: [...accept] }),
          ...(undeploy && { undeploy }),
        },
      });
    } catch (reason) {
      const { reason: why, review: now } = asApiError(reason);
      const isCovered = why === 'changed' && now && !hasNewConsequences(shown, now);
      if (!isCovered || repeats === MAX_REPEATS || !mayRepeat()) throw reason;
      ({ fingerprint } = now);
    }
  }
}
