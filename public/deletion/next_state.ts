import { connectorToDelete } from '../../common/deletion/connector';
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
import type {
  Agreed,
  Confirming,
  ConnectorEnd,
  DeletedHere,
  DialogEvent,
  DialogState,
  Notice,
  ReviewedAfter,
} from './dialog_state';
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
      return event.type === 'repeat' ? { ...agreedIn(state), kind: 'cleaning_up' } : state;
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
    case 'deleting_connector':
      return afterDeletingConnector(state, event);
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
  const { review: seen } = state;
  if (event.type === 'cleaned_up') {
    return afterModel({ kind: 'cleaned_up', reviewed: seen, connector: null }, state);
  }
  if (event.type !== 'clean_up_failed') return state;
  const { error } = event;
  if (isGone(error)) return goneState(error);
  // a model is there again: it must be asked about
  return error.review
    ? afterStopped(seen, error.review, error)
    : { ...agreedIn(state), kind: 'half_deleted', error };
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
    case 'connector_chosen':
      return { ...state, withConnector: event.withConnector };
    case 'confirmed': {
      if (openConditions(review, form).length > 0) return state;
      return startDelete({
        review,
        connector: state.withConnector ? connectorToDelete(review) : null,
      });
    }
    default:
      return state;
  }
}

/** A delete that was agreed to on a review, with the undeploy where the model is deployed. */
export function startDelete(agreed: Agreed): DialogState {
  return needsUndeploy(agreed.review)
    ? startUndeploy(agreed)
    : { ...agreed, kind: 'deleting', undeployed: null };
}

function agreedIn({ review, connector }: Agreed): Agreed {
  return { review, connector };
}

/** The state once a model is deleted: its connector goes after it, where that was agreed to. */
function afterModel(deleted: DeletedHere, { connector }: Agreed): DialogState {
  return connector
    ? { kind: 'deleting_connector', deleted, connector }
    : { kind: 'done', outcome: deleted };
}

/** The model is deleted whatever becomes of its connector. */
function afterDeletingConnector(state: In<'deleting_connector'>, event: DialogEvent): DialogState {
  const { deleted, connector } = state;
  const { id, name } = connector;
  const done = (end: ConnectorEnd): DialogState => ({
    kind: 'done',
    outcome: { ...deleted, connector: end },
  });
  if (event.type === 'connector_deleted') {
    return done({ id, name, kind: 'deleted', answer: event.answer });
  }
  if (event.type !== 'connector_failed') return state;
  const { error } = event;
  if (isGone(error)) return done({ id, name, kind: 'gone' });
  return done({ id, name, kind: isOutcomeUnknown(error) ? 'unknown' : 'kept', error });
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
    return afterModel({ kind: 'deleted', answer: event.answer, review, connector: null }, state);
  }
  if (event.type !== 'delete_failed') return state;
  const { error } = event;
  if (isGone(error)) return goneState(error);
  if (error.reason === 'undeploy_first' && undeployed) return undeployAgain(state, undeployed);
  if (error.cause === 'cleanup_failed') {
    return { ...agreedIn(state), kind: 'half_deleted', error };
  }
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
    : { kind: 'confirming', review, notice, form: EMPTY_FORM, withConnector: false };
}
