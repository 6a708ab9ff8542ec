import type { DeleteModelAnswer, RunReview } from '../../../common/deletion';
import { fingerprintInRun } from '../../../common/deletion/bulk/fingerprint_in_run';
import { asApiError, type Call } from '../../api';
import { breaksOff, endOfFailure } from './end_of_failure';
import { firstRunState, nextRunState, underWay } from './next_run_state';
import type { RunEvent, RunState } from './run_state';
import type { Going } from './sort_out';

export type RemoveCall = Call<'DELETE /api/ml_models/models/{model_id}'>;

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

/** On the review that the admin saw, less what this run has deleted, and nothing else. */
function callFor({ reviewed, accept, undeploy }: Going, gone: readonly RunReview[]): RemoveCall {
  return {
    params: { model_id: reviewed.review.model.id },
    query: {
      fingerprint: fingerprintInRun(reviewed, gone),
      ...(accept.length > 0 && { accept }),
      ...(undeploy && { undeploy }),
    },
  };
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

  async function endOf(call: RemoveCall): Promise<RunEvent> {
    try {
      const answer = await remove(call);
      return { type: 'ended', end: { kind: 'deleted', answer }, at: now() };
    } catch (reason) {
      const error = asApiError(reason);
      const end = endOfFailure(error);
      return { type: 'ended', end, at: now(), ...(breaksOff(error) && { breaksOff: error }) };
    }
  }

  async function run(): Promise<RunState> {
    for (let one = underWay(state); one; one = underWay(state)) {
      send(await endOf(callFor(one.going, one.gone)));
    }
    return state;
  }

  onChange(state);
  return { stop: () => send({ type: 'stop' }), ended: run() };
}
