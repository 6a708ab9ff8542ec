import type { RunReview } from '../../../common/contracts/bulk_deletion';
import type { DeleteModelAnswer } from '../../../common/contracts/deletion';
import { agreedAtTurn } from '../../../common/deletion/review_in_run';
import type { Review } from '../../../common/dependents/review';
import type { Verdict } from '../../../common/dependents/verdict';
import { UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from '../../../common/models/model_state';
import { asApiError, isOutcomeUnknown } from '../../api/errors';
import type { ApiError } from '../../api/errors';
import { deleteAsAgreed, type RemoveCall } from '../delete_as_agreed';
import type { Going } from './run_plan';

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
      const end = resultFromError(error);
      return { type: 'ended', end, at: now(), ...(isFatal(error) && { fatal: error }) };
    }
  }

  async function run(): Promise<RunState> {
    for (let one = findRunning(state); one; one = findRunning(state)) {
      send(await endOf(one.going, one.gone));
    }
    return state;
  }

  onChange(state);
  return { stop: () => send({ type: 'stop' }), ended: run() };
}

/** Why the server did not carry out a delete: the model is still there. */
export type StopReason = 'changed' | Exclude<Verdict, 'clear'>;

/** What became of a model. */
export type ModelResult =
  | { kind: 'deleted'; answer: DeleteModelAnswer }
  /** It was not there any more. */
  | { kind: 'gone'; words: string }
  /** The model itself is deleted, and not all that belongs to it. */
  | { kind: 'half_deleted'; error: ApiError }
  /** With the review as it was then. */
  | { kind: 'stopped'; reason: StopReason; words: string; review: Review }
  | { kind: 'failed'; error: ApiError }
  /** The answer was lost: it may be deleted or not. */
  | { kind: 'unknown'; error: ApiError }
  /** It guards these models, which were not deleted: it was not tried. */
  | { kind: 'skipped'; modelIds: readonly string[] }
  /** The run was stopped, or broke off, before its turn. */
  | { kind: 'not_started' };

export type ModelProgress = { kind: 'waiting' } | { kind: 'deleting' } | ModelResult;

export interface RunModel {
  going: Going;
  progress: ModelProgress;
  /** Epoch ms of the answer; null where there was none. */
  endedAt: number | null;
}

/** A run: at most one model is being deleted; when none is, the run is over. */
export interface RunState {
  /** In the order in which they are deleted. */
  models: readonly RunModel[];
  /** The admin has stopped it: the delete under way ends, and none follows. */
  stopped: boolean;
  /** What showed that no further delete could succeed. */
  brokenOff: ApiError | null;
}

type RunEvent =
  { type: 'stop' } | { type: 'ended'; end: ModelResult; at: number; fatal?: ApiError };

const idOf = ({ going }: RunModel) => going.reviewed.review.model.id;

/** Nothing can use the model any more, nor be guarded by it. */
export function isGone({ kind }: ModelProgress): boolean {
  return kind === 'deleted' || kind === 'half_deleted' || kind === 'gone';
}

/** The run with its first model under way. */
export function firstRunState(going: readonly Going[]): RunState {
  const models = going.map((one): RunModel => ({
    going: one,
    progress: { kind: 'waiting' },
    endedAt: null,
  }));
  return { models: startNext(models), stopped: false, brokenOff: null };
}

/** The run after an event; the same one where the event is not legal in it. */
export function nextRunState(state: RunState, event: RunEvent): RunState {
  if (isOver(state)) return state;
  if (event.type === 'stop') {
    return { ...state, stopped: true, models: cancelPending(state.models) };
  }
  const models = state.models.map((one) =>
    one.progress.kind === 'deleting' ? { ...one, progress: event.end, endedAt: event.at } : one
  );
  return event.fatal
    ? { ...state, brokenOff: event.fatal, models: cancelPending(models) }
    : { ...state, models: startNext(models) };
}

function cancelPending(models: readonly RunModel[]): RunModel[] {
  const notStarted: ModelResult = { kind: 'not_started' };
  return models.map((one) =>
    one.progress.kind === 'waiting' ? { ...one, progress: notStarted } : one
  );
}

/** The next whose turn it is and that may go; those before it that may not are skipped. */
function startNext(models: readonly RunModel[]): RunModel[] {
  const gone = new Set(models.filter(({ progress }) => isGone(progress)).map(idOf));
  let found = false;
  return models.map((one) => {
    if (found || one.progress.kind !== 'waiting') return one;
    const modelIds = one.going.reviewed.waits_for.filter((id) => !gone.has(id));
    if (modelIds.length > 0) return { ...one, progress: { kind: 'skipped', modelIds } };
    found = true;
    return { ...one, progress: { kind: 'deleting' } };
  });
}

export function isOver({ models }: RunState): boolean {
  return !models.some(({ progress }) => progress.kind === 'deleting');
}

/** The model that is being deleted, and those that are gone by now; null when the run is over. */
function findRunning({ models }: RunState): { going: Going; gone: RunReview[] } | null {
  const current = models.find(({ progress }) => progress.kind === 'deleting');
  if (!current) return null;
  const gone = models.filter(({ progress }) => isGone(progress)).map((one) => one.going.reviewed);
  return { going: current.going, gone };
}

/** How many models have come to their end. */
export function countEnded({ models }: RunState): number {
  return models.filter(({ progress: { kind } }) => kind !== 'waiting' && kind !== 'deleting')
    .length;
}

/** What became of a model whose delete was answered with an error. */
export function resultFromError(error: ApiError): ModelResult {
  const { reason, review, words } = error;
  if (error.cause === 'cleanup_failed') return { kind: 'half_deleted', error };
  switch (reason) {
    case 'not_found':
      return { kind: 'gone', words };
    case 'changed':
    case 'refused':
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
      return review ? { kind: 'stopped', reason, words, review } : { kind: 'failed', error };
    default:
      return { kind: isOutcomeUnknown(error) ? 'unknown' : 'failed', error };
  }
}

/**
 * Whether every delete after it would be answered the same: the way to the cluster is lost, or the
 * session is over. Going on would leave hundreds of models whose outcome is unknown.
 */
function isFatal({ reason, status }: ApiError): boolean {
  switch (reason) {
    case 'server_unreachable':
    case 'unreachable':
    case 'data_source_unavailable':
      return true;
    default:
      return status === 401;
  }
}

/**
 * Whether a run has undeployed a model and not deleted it: `maybe` where its delete failed in a way
 * that doesn't tell how far it had come.
 */
export function undeployedByRun({ going, progress }: RunModel): 'yes' | 'maybe' | 'no' {
  const wasDeployed = UNDEPLOY_FIRST_STATES.has(going.reviewed.review.model.state);
  if (!going.undeploy || !wasDeployed) return 'no';
  if (progress.kind === 'failed') return 'maybe';
  const isStopped = progress.kind === 'stopped';
  return isStopped && UNDEPLOYED_STATES.has(progress.review.model.state) ? 'yes' : 'no';
}
