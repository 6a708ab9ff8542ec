import type { AutoDeploy } from '../../common/contracts/deletion';
import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';
import { isOutcomeUnknown } from '../api/errors';
import type { ApiError } from '../api/errors';
import { goneState, isGone, reviewingState } from './dialog_state';
import type {
  Agreed,
  DialogEvent,
  DialogState,
  StaysDeployed,
  Undeploying,
  UndeployProgress,
} from './dialog_state';

/** How often a model is undeployed that is deployed again before it can be deleted. */
export const MAX_ATTEMPTS = 3;
/** How long it is waited for, over all attempts: the cluster drops a node that hangs in 30 to 40 s. */
export const GIVE_UP_AFTER_MS = 60_000;

export function startUndeploy({ review, connector }: Agreed): Undeploying {
  const progress: UndeployProgress = { attempt: 1, step: 0, waitedMs: 0, last: null };
  return { kind: 'undeploying', review, connector, ...progress, stopping: false };
}

/** The state after an answer to a step, or the word to stop; the same one after anything else. */
export function afterUndeploying(state: Undeploying, event: DialogEvent): DialogState {
  if (event.type === 'stop') return { ...state, stopping: true };
  if (event.type === 'undeploy_failed') {
    return isGone(event.error)
      ? goneState(event.error)
      : { kind: 'undeploy_failed', error: event.error };
  }
  if (event.type !== 'undeploy_answered') return state;
  // what was sent is not taken back: only now it is seen what it has led to
  if (state.stopping) return reviewingState('stop');
  const { review, connector, attempt, step } = state;
  const waitedMs = state.waitedMs + event.tookMs;
  const last = event.answer;
  if (!UNDEPLOY_FIRST_STATES.has(last.state)) {
    const undeployed = { attempt, step, waitedMs, last };
    return { kind: 'deleting', review, connector, undeployed };
  }
  if (waitedMs >= GIVE_UP_AFTER_MS) return staysDeployed(state, { attempt, last });
  return { ...state, step: step + 1, waitedMs, last };
}

/** The next attempt at a model that was deployed again before its delete, while there is one. */
export function undeployAgain(
  { review, connector }: Agreed,
  progress: UndeployProgress
): Undeploying | StaysDeployed {
  const next = { ...progress, attempt: progress.attempt + 1, step: progress.step + 1 };
  return next.attempt > MAX_ATTEMPTS || next.waitedMs >= GIVE_UP_AFTER_MS
    ? staysDeployed({ review, connector }, next)
    : { kind: 'undeploying', review, connector, ...next, stopping: false };
}

function staysDeployed(
  { review, connector }: Agreed,
  { attempt, last }: Pick<UndeployProgress, 'attempt' | 'last'>
): StaysDeployed {
  const cause = attempt > 1 ? 'redeployed' : 'held';
  return { kind: 'stays_deployed', review, connector, cause, last, error: null };
}

/** What becomes of a model whose auto-deploy is being turned off, so that it can be deleted. */
export function afterTurningOff(
  state: Extract<DialogState, { kind: 'turning_off' }>,
  event: DialogEvent
): DialogState {
  if (event.type === 'turn_off_failed') {
    if (isGone(event.error)) return goneState(event.error);
    return { ...state, kind: 'stays_deployed', error: event.error };
  }
  if (event.type !== 'turned_off') return state;
  return event.answer.enabled
    ? { ...state, kind: 'stays_deployed', error: null }
    : startUndeploy(state);
}

/** What this dialog has done to the model's auto-deploy, which outlasts a delete that fails. */
export type AutoDeployState =
  | { kind: 'untouched' }
  /** `sure`: it was read again; else the answer was lost. `error`: turning it on failed. */
  | { kind: 'off'; sure: boolean; error: ApiError | null }
  | { kind: 'turning_on' }
  | { kind: 'on_again' };

export type AutoDeployEvent =
  | { type: 'turned'; answer: AutoDeploy }
  | { type: 'turn_off_failed' | 'turn_on_failed'; error: ApiError }
  | { type: 'turn_on' };

export const UNTOUCHED: AutoDeployState = { kind: 'untouched' };

/** The state after an event; the same one where the event is not legal in it. */
export function nextAutoDeploy(state: AutoDeployState, event: AutoDeployEvent): AutoDeployState {
  switch (event.type) {
    case 'turned':
      if (!event.answer.enabled) return { kind: 'off', sure: true, error: null };
      return state.kind === 'turning_on' ? { kind: 'on_again' } : state;
    case 'turn_off_failed':
      return state.kind !== 'off' && isOutcomeUnknown(event.error)
        ? { kind: 'off', sure: false, error: null }
        : state;
    case 'turn_on':
      return state.kind === 'off' ? { kind: 'turning_on' } : state;
    case 'turn_on_failed':
      return { kind: 'off', sure: !isOutcomeUnknown(event.error), error: event.error };
  }
}
