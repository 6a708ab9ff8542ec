import type { DeleteModelAnswer } from '../../common/contracts/deletion';
import { hasNewConsequences, toAccept } from '../../common/deletion/consent';
import type { ReadProgress } from '../../common/dependents/coverage';
import type { Review } from '../../common/dependents/review';
import type { ApiClient } from '../api/client';
import { asApiError } from '../api/errors';
import type { ApiError } from '../api/errors';
import type { DialogEvent, DialogState } from './dialog_state';
import { recoveryFileOf } from './saved_recovery_files';

/** How long the server waits in one step of an undeploy: as long as Cancel may have no effect. */
const STEP_SECONDS = 3;
/** How often a delete is sent again for one that was agreed to once. */
const MAX_REPEATS = 3;

interface StepOptions {
  /** Ends a review that nobody waits for any more; other requests are not taken back. */
  signal?: AbortSignal;
  /** Whether a delete may be sent again: not once the admin has stopped it, or left. */
  mayRepeat(): boolean;
  /** How far a review that takes long has come. */
  onProgress?(progress: ReadProgress): void;
}

/**
 * Sends the request that a state waits for, and gives the event that its answer is; null in a state
 * that waits for the admin. What it gives never rejects.
 */
export function sendStep(
  state: DialogState,
  modelId: string,
  api: ApiClient,
  options: StepOptions
): Promise<DialogEvent> | null {
  switch (state.kind) {
    case 'reviewing':
      return sendReview(modelId, api, options);
    case 'undeploying':
      return state.step === 0 ? sendReview(modelId, api, options) : sendUndeploy(modelId, api);
    case 'turning_off':
      return api.putAutoDeploy(modelId, false).then(
        (answer) => ({ type: 'turned_off', answer }),
        (error: unknown) => ({ type: 'turn_off_failed', error: asApiError(error) })
      );
    case 'deleting': {
      const { review, undeployed } = state;
      return deleteAsShown(review, undeployed !== null, api, options).then(
        (answer) => ({ type: 'deleted', answer }),
        (error: unknown) => ({ type: 'delete_failed', error: asApiError(error) })
      );
    }
    case 'deleting_connector': {
      const { id, fingerprint } = state.connector;
      return api.deleteConnector(id, fingerprint).then(
        (answer) => ({ type: 'connector_deleted', answer }),
        (error: unknown) => ({ type: 'connector_failed', error: asApiError(error) })
      );
    }
    case 'cleaning_up':
      return api.cleanUpModel(modelId).then(
        () => ({ type: 'cleaned_up' }),
        (error: unknown) => ({ type: 'clean_up_failed', error: asApiError(error) })
      );
    default:
      return null;
  }
}

function sendReview(
  modelId: string,
  api: ApiClient,
  { signal, onProgress }: StepOptions
): Promise<DialogEvent> {
  return api.reviewModel(modelId, { signal, onProgress }).then(
    (review) => ({ type: 'reviewed', review }),
    (error: unknown) => ({ type: 'review_failed', error: asApiError(error) })
  );
}

function sendUndeploy(modelId: string, api: ApiClient): Promise<DialogEvent> {
  const began = performance.now();
  return api.undeployModel(modelId, STEP_SECONDS).then(
    (answer) => ({ type: 'undeploy_answered', answer, tookMs: performance.now() - began }),
    (error: unknown) => ({ type: 'undeploy_failed', error: asApiError(error) })
  );
}

/**
 * Deletes a model on the review that was shown. The server stops at every change; where what was
 * shown only became less since, the consent covers that too, and the delete is sent again.
 * @throws ApiError of the last delete
 */
async function deleteAsShown(
  shown: Review,
  undeployed: boolean,
  api: ApiClient,
  { mayRepeat }: StepOptions
): Promise<DeleteModelAnswer> {
  const accept = toAccept(shown);
  let { fingerprint } = shown;
  for (let repeats = 0; ; repeats += 1) {
    try {
      const consent = { fingerprint, accept, undeployed };
      return await api.deleteModel(shown.model.id, consent, recoveryFileOf(api, shown.model.id));
    } catch (error) {
      const { reason, review: now }: ApiError = asApiError(error);
      const isCovered = reason === 'changed' && now && !hasNewConsequences(shown, now);
      if (!isCovered || repeats === MAX_REPEATS || !mayRepeat()) throw error;
      ({ fingerprint } = now);
    }
  }
}
