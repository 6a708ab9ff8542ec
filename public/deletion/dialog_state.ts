import type {
  AutoDeploy,
  DeleteConnectorAnswer,
  DeleteModelAnswer,
  Undeployed,
} from '../../common/contracts/deletion';
import type { ConnectorToDelete } from '../../common/deletion/connector';
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
export type Outcome = DeletedHere | { kind: 'gone'; message: string; afterDelete?: true };

/** `connector`: what became of one that was to go with the model. */
export type DeletedHere = (
  | { kind: 'deleted'; answer: DeleteModelAnswer; review: Review }
  | { kind: 'cleaned_up'; reviewed: Review }
) & { connector: ConnectorEnd | null };

/** What became of a connector that was to be deleted; `unknown`: the answer was lost. */
export type ConnectorEnd = Pick<ConnectorToDelete, 'id' | 'name'> &
  (
    | { kind: 'deleted'; answer: DeleteConnectorAnswer }
    | { kind: 'gone' }
    | { kind: 'kept' | 'unknown'; error: ApiError }
  );

/** A review on which the delete can be asked for, once its conditions are agreed to. */
export interface Confirming {
  kind: 'confirming';
  review: Review;
  notice: Notice | null;
  /** What was entered so far; a new review starts with an empty form. */
  form: ConsentForm;
  /** The connector is to go with the model, where nothing else uses it. */
  withConnector: boolean;
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

/** What the admin agreed to: the delete of a model on its review, and of its connector after it. */
export interface Agreed {
  review: Review;
  connector: ConnectorToDelete | null;
}

/** `stopping`: not after this step. */
export interface Undeploying extends UndeployProgress, Agreed {
  kind: 'undeploying';
  stopping: boolean;
}

/** The model can't be got undeployed for long enough to be deleted. */
export interface StaysDeployed extends Agreed {
  kind: 'stays_deployed';
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
  | (Agreed & { kind: 'deleting'; undeployed: UndeployProgress | null })
  | { kind: 'failed'; error: ApiError; undeployed: boolean }
  /** The model itself is deleted: `review` is what it was. */
  | (Agreed & { kind: 'half_deleted'; error: ApiError })
  | (Agreed & { kind: 'cleaning_up' })
  /** The model is deleted, and its connector is to go too. */
  | { kind: 'deleting_connector'; deleted: DeletedHere; connector: ConnectorToDelete }
  | { kind: 'done'; outcome: Outcome };

export type DialogEvent =
  | { type: 'progress'; progress: ReadProgress }
  | { type: 'reviewed'; review: Review }
  | { type: 'review_failed'; error: ApiError }
  | { type: 'undeploy_chosen'; undeploy: boolean }
  | { type: 'name_typed'; name: string }
  | { type: 'connector_chosen'; withConnector: boolean }
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
  | { type: 'clean_up_failed'; error: ApiError }
  | { type: 'connector_deleted'; answer: DeleteConnectorAnswer }
  | { type: 'connector_failed'; error: ApiError };

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
