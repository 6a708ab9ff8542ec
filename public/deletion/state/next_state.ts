import type { Review } from '../../../common/dependents';
import type { ApiError } from '../../api';
import { diffReviews } from '../diff';
import { isGiven, needsUndeploy, NO_CONSENT, toAccept } from './consent';
import type { Asking, DialogEvent, DialogState, Notice } from './dialog_state';

export const FIRST_STATE: DialogState = { kind: 'reviewing' };

/** The state after an event; the same one where the event is not legal in it. */
export function nextState(state: DialogState, event: DialogEvent): DialogState {
  switch (state.kind) {
    case 'reviewing':
      return afterReviewing(state, event);
    case 'could_not_check':
    case 'refused':
    case 'failed':
      return event.type === 'check_again' ? FIRST_STATE : state;
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

function afterReviewing(state: DialogState, event: DialogEvent): DialogState {
  if (event.type === 'reviewed') return reviewed(event.review, null);
  if (event.type !== 'review_failed') return state;
  const { error } = event;
  return error.reason === 'not_found' ? gone(error) : { kind: 'could_not_check', error };
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
  if (!error.review) return { kind: 'failed', error };
  const now = error.review;
  if (error.reason === 'changed') {
    return reviewed(now, { kind: 'changed', changes: diffReviews(seen, now) });
  }
  const { message, cluster_message: words } = error;
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

function gone(error: ApiError): DialogState {
  return { kind: 'done', outcome: { kind: 'gone', words: error.words } };
}
