import {
  EMPTY_FORM,
  hasNewConsequences,
  needsUndeploy,
  openConditions,
} from '../../common/deletion/consent';
import type { Review } from '../../common/dependents/review';
import type { ApiError } from '../api/errors';
import { diffReviews } from './diff_reviews';
import { isOutcomeUnknown } from '../api/errors';
import { goneState, isGone, reviewingState } from './dialog_state';
import type { Confirming, DialogEvent, DialogState, Notice, ReviewedAfter } from './dialog_state';
import { afterTurningOff, afterUndeploying, startUndeploy, undeployAgain } from './undeploy_state';

type In<Kind extends DialogState['kind']> = Extract<DialogState, { kind: Kind }>;

export const FIRST_STATE = reviewingState(null);

/** The state after an event; the same one where the event is not legal in it. */
export function nextState(state: DialogState, event: DialogEvent): DialogState {
  switch (state.kind) {
    case 'reviewing':
      return afterReviewing(state, event);
    case 'refused':
    case 'undeploy_failed':
      return event.type === 'check_again' ? FIRST_STATE : state;
    case 'could_not_check':
      return event.type === 'check_again' ? reviewingState(state.after) : state;
    case 'failed':
      if (event.type !== 'check_again') return state;
      return reviewingState(isOutcomeUnknown(state.error) ? 'delete' : null);
    case 'half_deleted':
      return event.type === 'repeat' ? { kind: 'cleaning_up', reviewed: state.reviewed } : state;
    case 'cleaning_up':
      return afterCleaningUp(state, event);
    case 'confirming':
      return afterConfirming(state, event);
    case 'undeploying':
      return state.step === 0 && event.type !== 'stop'
        ? afterReviewingAgain(state, event)
        : afterUndeploying(state, event);
    case 'stays_deployed':
      if (event.type === 'turn_off') return { ...state, kind: 'turning_off' };
      return event.type === 'check_again' ? FIRST_STATE : state;
    case 'turning_off':
      return afterTurningOff(state, event);
    case 'deleting':
      return afterDeleting(state, event);
    case 'done':
      return state;
  }
}

function afterReviewing(state: In<'reviewing'>, event: DialogEvent): DialogState {
  const { after } = state;
  if (event.type === 'reviewed') return reviewed(event.review, noticeAfter(after, event.review));
  if (event.type === 'progress') return { ...state, progress: event.progress };
  if (event.type !== 'review_failed') return state;
  const { error } = event;
  return isGone(error)
    ? goneState(error, { afterDelete: after === 'delete' })
    : { kind: 'could_not_check', error, after };
}

function noticeAfter(after: ReviewedAfter, { model }: Review): Notice | null {
  if (after === 'stop') return { kind: 'undeploy_stopped', state: model.state };
  return after === 'delete' ? { kind: 'still_there' } : null;
}

function afterCleaningUp(state: In<'cleaning_up'>, event: DialogEvent): DialogState {
  const { reviewed: seen } = state;
  if (event.type === 'cleaned_up') {
    return { kind: 'done', outcome: { kind: 'cleaned_up', reviewed: seen } };
  }
  if (event.type !== 'clean_up_failed') return state;
  const { error } = event;
  if (isGone(error)) return goneState(error);
  // a model is there again: it must be asked about
  return error.review
    ? afterStopped(seen, error.review, error)
    : { kind: 'half_deleted', reviewed: seen, error };
}

function afterConfirming(state: Confirming, event: DialogEvent): DialogState {
  const { review, form } = state;
  switch (event.type) {
    case 'check_again':
      return FIRST_STATE;
    case 'undeploy_chosen':
      return { ...state, form: { ...form, undeploy: event.undeploy } };
    case 'name_typed':
      return { ...state, form: { ...form, typedName: event.name } };
    case 'confirmed':
      return openConditions(review, form).length > 0 ? state : startDelete(review);
    default:
      return state;
  }
}

/** A delete that was agreed to on a review, with the undeploy where the model is deployed. */
export function startDelete(review: Review): DialogState {
  return needsUndeploy(review)
    ? startUndeploy(review)
    : { kind: 'deleting', review, undeployed: null };
}

/** A model is taken out of service only where the delete that is agreed to can follow. */
function afterReviewingAgain(state: In<'undeploying'>, event: DialogEvent): DialogState {
  if (event.type === 'review_failed') {
    return afterReviewing(FIRST_STATE, event);
  }
  if (event.type !== 'reviewed') return state;
  const { review: now } = event;
  if (state.stopping) return reviewed(now, noticeAfter('stop', now));
  return hasNewConsequences(state.review, now)
    ? reviewed(now, { kind: 'changed', changes: diffReviews(state.review, now) })
    : { ...state, step: 1 };
}

function afterDeleting(state: In<'deleting'>, event: DialogEvent): DialogState {
  const { review, undeployed } = state;
  if (event.type === 'deleted') {
    return { kind: 'done', outcome: { kind: 'deleted', answer: event.answer, review } };
  }
  if (event.type !== 'delete_failed') return state;
  const { error } = event;
  if (isGone(error)) return goneState(error);
  if (error.reason === 'undeploy_first' && undeployed) return undeployAgain(review, undeployed);
  if (error.cause === 'cleanup_failed') return { kind: 'half_deleted', reviewed: review, error };
  return error.review
    ? afterStopped(review, error.review, error)
    : { kind: 'failed', error, undeployed: undeployed !== null };
}

/** A delete that was stopped is to be confirmed again, on the review as it is now. */
function afterStopped(seen: Review, now: Review, error: ApiError): DialogState {
  if (error.reason === 'changed') {
    return reviewed(now, { kind: 'changed', changes: diffReviews(seen, now) });
  }
  const { message, cluster_message: clusterMessage } = error;
  if (isOutcomeUnknown(error))
    return reviewed(now, { kind: 'still_there', message, clusterMessage });
  const notice: Notice = { kind: 'stopped', message, clusterMessage };
  // ML Commons may refuse over what this user can't see: no delete is offered whatever was found
  return error.reason === 'refused'
    ? { kind: 'refused', review: now, notice }
    : reviewed(now, notice);
}

function reviewed(review: Review, notice: Notice | null): DialogState {
  return review.verdict === 'refused'
    ? { kind: 'refused', review, notice }
    : { kind: 'confirming', review, notice, form: EMPTY_FORM };
}
