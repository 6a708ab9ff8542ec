import type { AutoDeploy } from '../../../common/deletion';
import type { ApiError } from '../../api';
import { isOutcomeOpen } from '../error_meaning';

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
      return state.kind !== 'off' && isOutcomeOpen(event.error)
        ? { kind: 'off', sure: false, error: null }
        : state;
    case 'turn_on':
      return state.kind === 'off' ? { kind: 'turning_on' } : state;
    case 'turn_on_failed':
      return { kind: 'off', sure: !isOutcomeOpen(event.error), error: event.error };
  }
}
