import type { AcceptableVerdict, DeleteModelAnswer } from '../../../common/deletion';
import type { Review, Verdict } from '../../../common/dependents';
import type { ApiError } from '../../api';
import type { Change } from '../diff';

/** Why the dialog asks anew: a delete that did not happen. */
export type Notice =
  | { kind: 'changed'; changes: Change[] }
  /** `words` are ML Commons' own, where it was asked. */
  | { kind: 'stopped'; message: string; words?: string }
  /** A delete whose answer was lost: the server, or else the dialog, found the model since. */
  | { kind: 'still_there'; message?: string; words?: string };

/** What the admin has said so far about one review; a new review starts with none. */
export interface Consent {
  undeploy: boolean;
  typedName: string;
}

/**
 * The model is gone: deleted here, in a second go where something was left of it; or found gone
 * with the cluster's words, after a delete whose answer was lost where `afterDelete` is set.
 */
export type Outcome =
  | { kind: 'deleted'; answer: DeleteModelAnswer; review: Review }
  | { kind: 'cleaned_up'; reviewed: Review }
  | { kind: 'gone'; words: string; afterDelete?: true };

/** A review on which the delete can be asked for, once all that stands against it is accepted. */
export interface Asking {
  kind: Exclude<Verdict, 'refused'>;
  review: Review;
  notice: Notice | null;
  consent: Consent;
}

export type DialogState =
  // `afterDelete`: a delete was sent, and it isn't known what became of it
  | { kind: 'reviewing'; afterDelete?: true }
  | { kind: 'could_not_check'; error: ApiError; afterDelete?: true }
  | { kind: 'refused'; review: Review; notice: Notice | null }
  | Asking
  | { kind: 'deleting'; review: Review; accept: AcceptableVerdict[]; undeploy: boolean }
  | { kind: 'failed'; error: ApiError }
  /** The model itself is deleted: `reviewed` is what it was. */
  | { kind: 'half_deleted'; reviewed: Review; error: ApiError }
  | { kind: 'cleaning_up'; reviewed: Review }
  | { kind: 'done'; outcome: Outcome };

export type DialogEvent =
  | { type: 'reviewed'; review: Review }
  | { type: 'review_failed'; error: ApiError }
  | { type: 'undeploy_chosen'; undeploy: boolean }
  | { type: 'name_typed'; name: string }
  | { type: 'confirmed' }
  | { type: 'check_again' }
  | { type: 'deleted'; answer: DeleteModelAnswer }
  | { type: 'delete_failed'; error: ApiError }
  | { type: 'repeat' }
  | { type: 'cleaned_up' }
  | { type: 'clean_up_failed'; error: ApiError };
