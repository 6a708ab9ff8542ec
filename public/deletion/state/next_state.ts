import type { Review } from '../../../common/dependents';
import type { ApiError } from '../../api';
import { diffReviews } from '../diff';
import { isOutcomeOpen } from '../error_meaning';
import { isGiven, needsUndeploy, NO_CONSENT, toAccept } from './consent';
import type { Asking, DialogEvent, DialogState, Notice } from './dialog_state';

export const FIRST_STATE = { kind: 'reviewing' } as const;

/** The state after an event; the same one where the event is not legal in it. */
export function nextState(state: DialogState, event: DialogEvent): DialogState {
  switch (state.kind) {
    case 'reviewing':
      return afterReviewing(state, event);
    case 'refused':
      return event.type === 'check_again' ? FIRST_STATE : state;
    case 'could_not_check':
      return event.type === 'check_again' ? reviewing(state.afterDelete === true) : state;
    case 'failed':
      return event.type === 'check_again' ? reviewing(isOutcomeOpen(state.error)) : state;
    case 'half_deleted':
      return event.type === 'repeat' ? { kind: 'cleaning_up', reviewed: state.reviewed } : state;
    case 'cleaning_up':
      return afterCleaningUp(state, event);
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
    case 'clear':
      return afterAsking(state, event);
    case 'deleting':
      if (event.type === 'deleted') {
        const { answer } = event;
        return { kind: 'done', outcome: { kind: 'deleted', answer, review: state.review } };
      }
      return event.type === 'delete_failed' ? afterFailure(state.review, event.error) : state;
    case 'done':
      return state;
  }
}

type Reviewing = Extract<DialogState, { kind: 'reviewing' }>;

function reviewing(isAfterDelete: boolean): Reviewing {
  return isAfterDelete ? { kind: 'reviewing', afterDelete: true } : FIRST_STATE;
}

function afterReviewing(state: Reviewing, event: DialogEvent): DialogState {
  const open = state.afterDelete && { afterDelete: state.afterDelete };
  if (event.type === 'reviewed') {
    return reviewed(event.review, open ? { kind: 'still_there' } : null);
  }
  if (event.type !== 'review_failed') return state;
  const { error } = event;
  return error.reason === 'not_found'
    ? gone(error, open)
    : { kind: 'could_not_check', error, ...open };
}

function afterCleaningUp(
  { reviewed: seen }: Extract<DialogState, { kind: 'cleaning_up' }>,
  event: DialogEvent
): DialogState {
  if (event.type === 'cleaned_up') {
    return { kind: 'done', outcome: { kind: 'cleaned_up', reviewed: seen } };
  }
  if (event.type !== 'clean_up_failed') return { kind: 'cleaning_up', reviewed: seen };
  // a model is there again: it must be asked about
  return event.error.review
    ? afterFailure(seen, event.error)
    : { kind: 'half_deleted', reviewed: seen, error: event.error };
}

function afterAsking(state: Asking, event: DialogEvent): DialogState {
  const { review, consent } = state;
  switch (event.type) {
    case 'check_again':
      return FIRST_STATE;
    case 'undeploy_chosen':
      return { ...state, consent: { ...consent, undeploy: event.undeploy } };
    case 'name_typed':
      return { ...state, consent: { ...consent, typedName: event.name } };
    case 'confirmed':
      if (!isGiven(consent, review)) return state;
      return {
        kind: 'deleting',
        review,
        accept: toAccept(review),
        undeploy: needsUndeploy(review),
      };
    default:
      return state;
  }
}

/** A delete that was stopped asks anew on the review as it is now; anything else is told. */
function afterFailure(seen: Review, error: ApiError): DialogState {
  if (error.reason === 'not_found') return gone(error);
  if (error.cause === 'cleanup_failed') return { kind: 'half_deleted', reviewed: seen, error };
  if (!error.review) return { kind: 'failed', error };
  const now = error.review;
  if (error.reason === 'changed') {
    return reviewed(now, { kind: 'changed', changes: diffReviews(seen, now) });
  }
  const { message, cluster_message: words } = error;
  if (isOutcomeOpen(error)) return reviewed(now, { kind: 'still_there', message, words });
  const notice: Notice = { kind: 'stopped', message, words };
  // ML Commons may refuse over what this user can't see: no delete is offered whatever was found
  return error.reason === 'refused'
    ? { kind: 'refused', review: now, notice }
    : reviewed(now, notice);
}

function reviewed(review: Review, notice: Notice | null): DialogState {
  return review.verdict === 'refused'
    ? { kind: 'refused', review, notice }
    : { kind: review.verdict, review, notice, consent: NO_CONSENT };
}

function gone(error: ApiError, open?: { afterDelete: true }): DialogState {
  return { kind: 'done', outcome: { kind: 'gone', words: error.words, ...open } };
}
