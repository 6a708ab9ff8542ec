import type { AutoDeploy, DeleteModelAnswer, Undeployed } from '../../common/contracts/deletion';
import type { ConsentForm } from '../../common/deletion/consent';
import type { ReadProgress } from '../../common/dependents/coverage';
import type { Review } from '../../common/dependents/review';
import type { ApiError } from '../api/errors';
import type { Change } from './describe_change';

/** Why the dialog asks again: a delete that did not happen. */
export type Notice =
  | { kind: 'changed'; changes: Change[] }
  /** `clusterMessage`: of ML Commons, where it was asked. */
  | { kind: 'stopped'; message: string; clusterMessage?: string }
  /** A delete whose answer was lost: the server, or else the dialog, found the model since. */
  | { kind: 'still_there'; message?: string; clusterMessage?: string }
  /** The admin stopped it while the model was being undeployed; `state` is the model's now. */
  | { kind: 'undeploy_stopped'; state: string };

/**
 * The model is gone: deleted here, in a second go where something was left of it; or found gone
 * with the cluster's message, after a delete whose answer was lost where `afterDelete` is set.
 */
export type Outcome =
  | { kind: 'deleted'; answer: DeleteModelAnswer; review: Review }
  | { kind: 'cleaned_up'; reviewed: Review }
  | { kind: 'gone'; message: string; afterDelete?: true };

/** A review on which the delete can be asked for, once its conditions are agreed to. */
export interface Confirming {
  kind: 'confirming';
  review: Review;
  notice: Notice | null;
  /** What was entered so far; a new review starts with an empty form. */
  form: ConsentForm;
}

/** How far the undeploy for a delete has come. */
export interface UndeployProgress {
  /** 1 for the first; one more each time that the model was deployed again before its delete. */
  attempt: number;
  /**
   * Counts the requests: 0 reviews the model once more before it is taken out of service; each
   * after it undeploys it, and waits a few seconds for that.
   */
  step: number;
  /** Spent on them so far. */
  waitedMs: number;
  /** What the last one read; null before the first answer. */
  last: Undeployed | null;
}

/**
 * The admin agreed to the undeploy and the delete, on `review`; `stopping`: not after this step.
 */
export interface Undeploying extends UndeployProgress {
  kind: 'undeploying';
  review: Review;
  stopping: boolean;
}

/** The model can't be got undeployed for long enough to be deleted. */
export interface StaysDeployed {
  kind: 'stays_deployed';
  review: Review;
  /** `redeployed`: it was undeployed, and deployed again; `held`: it was never undeployed. */
  cause: 'redeployed' | 'held';
  last: Undeployed | null;
  /** Why its auto-deploy could not be turned off, where that was tried. */
  error: ApiError | null;
}

/**
 * What a review is to show beside what it finds: what the undeploy has led to that the admin has
 * stopped, or what became of a delete whose answer was lost.
 */
export type ReviewedAfter = 'stop' | 'delete' | null;

export type DialogState =
  /** `progress`: null until the review takes long. */
  | { kind: 'reviewing'; after: ReviewedAfter; progress: ReadProgress | null }
  | { kind: 'could_not_check'; error: ApiError; after: ReviewedAfter }
  | { kind: 'refused'; review: Review; notice: Notice | null }
  | Confirming
  | Undeploying
  | { kind: 'undeploy_failed'; error: ApiError }
  | StaysDeployed
  | (Omit<StaysDeployed, 'kind'> & { kind: 'turning_off' })
  | { kind: 'deleting'; review: Review; undeployed: UndeployProgress | null }
  | { kind: 'failed'; error: ApiError; undeployed: boolean }
  /** The model itself is deleted: `reviewed` is what it was. */
  | { kind: 'half_deleted'; reviewed: Review; error: ApiError }
  | { kind: 'cleaning_up'; reviewed: Review }
  | { kind: 'done'; outcome: Outcome };

export type DialogEvent =
  | { type: 'progress'; progress: ReadProgress }
  | { type: 'reviewed'; review: Review }
  | { type: 'review_failed'; error: ApiError }
  | { type: 'undeploy_chosen'; undeploy: boolean }
  | { type: 'name_typed'; name: string }
  | { type: 'confirmed' }
  | { type: 'check_again' }
  | { type: 'undeploy_answered'; answer: Undeployed; tookMs: number }
  | { type: 'undeploy_failed'; error: ApiError }
  | { type: 'stop' }
  | { type: 'turn_off' }
  | { type: 'turned_off'; answer: AutoDeploy }
  | { type: 'turn_off_failed'; error: ApiError }
  | { type: 'deleted'; answer: DeleteModelAnswer }
  | { type: 'delete_failed'; error: ApiError }
  | { type: 'repeat' }
  | { type: 'cleaned_up' }
  | { type: 'clean_up_failed'; error: ApiError };

/** A review begins; `after` says what it is to show beside what it finds. */
export function reviewingState(after: ReviewedAfter): DialogState & { kind: 'reviewing' } {
  return { kind: 'reviewing', after, progress: null };
}

/** Whatever was asked for, a model that isn't there needs no delete. */
export function isGone({ reason }: ApiError): boolean {
  return reason === 'not_found';
}

/** `afterDelete`: a delete was sent whose answer was lost. */
export function goneState(
  { displayMessage: message }: ApiError,
  { afterDelete = false } = {}
): DialogState {
  const outcome = { kind: 'gone', message, ...(afterDelete && { afterDelete }) } as const;
  return { kind: 'done', outcome };
}
