import type { DeleteModelAnswer, RunReview } from '../../../common/deletion';
import { agreedAtTurn } from '../../../common/deletion/bulk/review_in_run';
import { asApiError } from '../../api';
import { deleteAsAgreed, type RemoveCall } from '../delete_as_agreed';
import { breaksOff, endOfFailure } from './end_of_failure';
import { firstRunState, nextRunState, underWay } from './next_run_state';
import type { RunEvent, RunState } from './run_state';
import type { Going } from './sort_out';

interface Options {
  /** Sends one delete. Rejects with an `ApiError`. */
  remove(call: RemoveCall): Promise<DeleteModelAnswer>;
  /** Told the run's state: at once, and after every event. */
  onChange(state: RunState): void;
  now?(): number;
}

export interface Run {
  /** Ends the run with the delete that is under way: it was sent, and is not taken back. */
  stop(): void;
  /** The state in which the run ended; never rejects. */
  ended: Promise<RunState>;
}

/**
 * Deletes models one after the other, in the order given. The browser sends each delete, so that
 * nothing goes on once it is stopped or the page is closed. A model that can't be deleted stops
 * only those that wait for it.
 */
export function startRun(
  going: readonly Going[],
  { remove, onChange, now = Date.now }: Options
): Run {
  let state = firstRunState(going);
  const send = (event: RunEvent) => {
    state = nextRunState(state, event);
    onChange(state);
  };

  async function endOf(
    { reviewed, accept, undeploy }: Going,
    gone: readonly RunReview[]
  ): Promise<RunEvent> {
    try {
      const shown = agreedAtTurn(reviewed, gone);
      const mayRepeat = () => !state.stopped;
      const answer = await deleteAsAgreed({ shown, accept, undeploy, remove, mayRepeat });
      return { type: 'ended', end: { kind: 'deleted', answer }, at: now() };
    } catch (reason) {
      const error = asApiError(reason);
      const end = endOfFailure(error);
      return { type: 'ended', end, at: now(), ...(breaksOff(error) && { breaksOff: error }) };
    }
  }

  async function run(): Promise<RunState> {
    for (let one = underWay(state); one; one = underWay(state)) {
      send(await endOf(one.going, one.gone));
    }
    return state;
  }

  onChange(state);
  return { stop: () => send({ type: 'stop' }), ended: run() };
}
