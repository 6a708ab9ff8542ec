import type { DeleteModelAnswer } from '../../../common/contracts/deletion';
import type { PlannedDelete } from '../../../common/deletion/run_plan';
import type { Review } from '../../../common/dependents/review';
import type { Verdict } from '../../../common/dependents/verdict';
import { UNDEPLOYED_STATES } from '../../../common/models/model_state';
import type { ApiClient } from '../../api/client';
import { isFatal, isOutcomeUnknown } from '../../api/errors';
import type { ApiError } from '../../api/errors';
import { sendStep } from '../delete_steps';
import type { ConnectorEnd, DialogState } from '../dialog_state';
import { nextState, startDelete } from '../next_state';

interface Options {
  api: ApiClient;
  /** Gets the run's state: at once, and after every event. */
  onChange(state: RunState): void;
  now?(): number;
}

export interface Run {
  /** Ends the run with the model that is being deleted: what was sent is not taken back. */
  stop(): void;
  /** The state in which the run ended; never rejects. */
  ended: Promise<RunState>;
}

/**
 * Deletes models one after the other, in the order given. The browser sends each request, so that
 * nothing goes on once the run is stopped or the page is closed. A model that can't be deleted
 * stops only those that must be deleted after it.
 */
export function startRun(
  deletes: readonly PlannedDelete[],
  { api, onChange, now = Date.now }: Options
): Run {
  let state = firstRunState(deletes);
  const send = (event: RunEvent) => {
    state = nextRunState(state, event);
    onChange(state);
  };
  async function run(): Promise<RunState> {
    for (let planned = findRunning(state); planned; planned = findRunning(state)) {
      const end = await deleteOne(planned, api, () => !state.isStopped);
      send({ type: 'ended', at: now(), ...end });
    }
    return state;
  }

  onChange(state);
  return { stop: () => send({ type: 'stop' }), ended: run() };
}

/** How the delete of one model ended. */
export interface ModelEnd {
  result: ModelResult;
  /** An undeploy was sent for it. */
  wasUndeployed: boolean;
  /** What shows that no further delete can succeed. */
  fatal?: ApiError;
}

/**
 * Deletes one model on what was shown of it, by the steps that the dialog for one model takes, up
 * to where it would ask the admin. Never rejects.
 */
export async function deleteOne(
  { shown, connector }: Pick<PlannedDelete, 'shown' | 'connector'>,
  api: ApiClient,
  mayRepeat: () => boolean
): Promise<ModelEnd> {
  let state = startDelete({ review: shown, connector });
  let error: ApiError | null = null;
  let wasUndeployed = false;
  for (;;) {
    wasUndeployed ||= state.kind === 'undeploying' && state.step > 0;
    const event = await sendStep(state, shown.model.id, api, { mayRepeat });
    if (!event) break;
    if ('error' in event) ({ error } = event);
    state = nextState(state, event);
  }
  const result = resultOf(state, shown, error);
  const isFailed = 'error' in result;
  return {
    result,
    wasUndeployed,
    ...(isFailed && isFatal(result.error) && { fatal: result.error }),
  };
}

/** Why a delete was not carried out: the model is still there. */
export type StopReason = 'changed' | Exclude<Verdict, 'clear'>;

/** What became of a model. */
export type ModelResult =
  | { kind: 'deleted'; answer: DeleteModelAnswer; connector: ConnectorEnd | null }
  /** It was not there any more. */
  | { kind: 'gone'; message: string }
  /** The model itself is deleted, and not all that belongs to it. */
  | { kind: 'half_deleted'; error: ApiError }
  /** With the review as it was then. */
  | { kind: 'stopped'; reason: StopReason; message: string; review: Review }
  | { kind: 'failed'; error: ApiError }
  /** The answer was lost: it may be deleted or not. */
  | { kind: 'unknown'; error: ApiError }
  /** It guards these models, which were not deleted: it was not tried. */
  | { kind: 'skipped'; modelIds: readonly string[] }
  /** The run was stopped, or broke off, before its turn. */
  | { kind: 'not_started' };

/** What a delete came to, by the state in which its steps ended and the last error in them. */
function resultOf(state: DialogState, shown: Review, error: ApiError | null): ModelResult {
  switch (state.kind) {
    case 'done':
      return state.outcome.kind === 'deleted'
        ? {
            kind: 'deleted',
            answer: state.outcome.answer,
            connector: state.outcome.connector,
          }
        : { kind: 'gone', message: error?.displayMessage ?? '' };
    case 'half_deleted':
      return { kind: 'half_deleted', error: state.error };
    case 'could_not_check':
    case 'undeploy_failed':
      // no delete was sent
      return { kind: 'failed', error: state.error };
    case 'failed':
      return { kind: isOutcomeUnknown(state.error) ? 'unknown' : 'failed', error: state.error };
    default: {
      if (error && isOutcomeUnknown(error)) return { kind: 'unknown', error };
      const review = error?.review ?? ('review' in state ? state.review : shown);
      const reason = state.kind === 'stays_deployed' ? 'undeploy_first' : stopReasonOf(error);
      return { kind: 'stopped', reason, message: error?.displayMessage ?? '', review };
    }
  }
}

/** Without an error something was new before the model was undeployed. */
function stopReasonOf(error: ApiError | null): StopReason {
  switch (error?.reason) {
    case 'refused':
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
      return error.reason;
    default:
      return 'changed';
  }
}

export type ModelProgress = { kind: 'waiting' } | { kind: 'deleting' } | ModelResult;

export interface RunModel {
  planned: PlannedDelete;
  progress: ModelProgress;
  /** An undeploy was sent for it. */
  wasUndeployed: boolean;
  /** Epoch ms of the answer; null where there was none. */
  endedAt: number | null;
}

/** A run: at most one model is being deleted; when none is, the run is over. */
export interface RunState {
  /** In the order in which they are deleted. */
  models: readonly RunModel[];
  /** The admin has stopped it: the delete under way ends, and none follows. */
  isStopped: boolean;
  /** What showed that no further delete could succeed. */
  brokenOff: ApiError | null;
}

type RunEvent = { type: 'stop' } | ({ type: 'ended'; at: number } & ModelEnd);

/** The id of a model of a run. */
export const idOf = ({ planned }: RunModel): string => planned.shown.model.id;

/** Nothing can use the model any more, nor be guarded by it. */
export function isGone({ kind }: ModelProgress): boolean {
  return kind === 'deleted' || kind === 'half_deleted' || kind === 'gone';
}

/** The run with its first model under way. */
export function firstRunState(deletes: readonly PlannedDelete[]): RunState {
  const models = deletes.map((planned): RunModel => ({
    planned,
    progress: { kind: 'waiting' },
    wasUndeployed: false,
    endedAt: null,
  }));
  return { models: startNext(models), isStopped: false, brokenOff: null };
}

/** The run after an event; the same one where the event is not legal in it. */
export function nextRunState(state: RunState, event: RunEvent): RunState {
  if (isOver(state)) return state;
  if (event.type === 'stop') {
    return { ...state, isStopped: true, models: cancelPending(state.models) };
  }
  const { result: progress, wasUndeployed, at: endedAt, fatal } = event;
  const models = state.models.map((one) =>
    one.progress.kind === 'deleting' ? { ...one, progress, wasUndeployed, endedAt } : one
  );
  return fatal
    ? { ...state, brokenOff: fatal, models: cancelPending(models) }
    : { ...state, models: startNext(models) };
}

function cancelPending(models: readonly RunModel[]): RunModel[] {
  const notStarted: ModelResult = { kind: 'not_started' };
  return models.map((one) =>
    one.progress.kind === 'waiting' ? { ...one, progress: notStarted } : one
  );
}

/** Starts the next model whose users are gone; those before it whose users are not are skipped. */
function startNext(models: readonly RunModel[]): RunModel[] {
  const gone = new Set(models.filter(({ progress }) => isGone(progress)).map(idOf));
  let found = false;
  return models.map((one) => {
    if (found || one.progress.kind !== 'waiting') return one;
    const modelIds = one.planned.users.filter((id) => !gone.has(id));
    if (modelIds.length > 0) return { ...one, progress: { kind: 'skipped', modelIds } };
    found = true;
    return { ...one, progress: { kind: 'deleting' } };
  });
}

export function isOver({ models }: RunState): boolean {
  return !models.some(({ progress }) => progress.kind === 'deleting');
}

/** The model that is being deleted; null when the run is over. */
function findRunning({ models }: RunState): PlannedDelete | null {
  return models.find(({ progress }) => progress.kind === 'deleting')?.planned ?? null;
}

/** How many models have come to their end. */
export function countEnded({ models }: RunState): number {
  return models.filter(({ progress: { kind } }) => kind !== 'waiting' && kind !== 'deleting')
    .length;
}

/**
 * Whether a run has undeployed a model and not deleted it: `maybe` where its delete failed in a way
 * that doesn't say how far it had come.
 */
export function undeployedByRun({ progress, wasUndeployed }: RunModel): 'yes' | 'maybe' | 'no' {
  if (!wasUndeployed) return 'no';
  if (progress.kind === 'failed') return 'maybe';
  const isStopped = progress.kind === 'stopped';
  return isStopped && UNDEPLOYED_STATES.has(progress.review.model.state) ? 'yes' : 'no';
}
