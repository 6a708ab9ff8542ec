import type { RunReview } from '../../../common/deletion';
import type { ModelEnd, ModelProgress, RunEvent, RunModel, RunState } from './run_state';
import type { Going } from './sort_out';

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
  return { models: withNextUnderWay(models), stopped: false, brokenOff: null };
}

/** The run after an event; the same one where the event is not legal in it. */
export function nextRunState(state: RunState, event: RunEvent): RunState {
  if (isOver(state)) return state;
  if (event.type === 'stop') {
    return { ...state, stopped: true, models: withNoneFollowing(state.models) };
  }
  const models = state.models.map((one) =>
    one.progress.kind === 'deleting' ? { ...one, progress: event.end, endedAt: event.at } : one
  );
  return event.breaksOff
    ? { ...state, brokenOff: event.breaksOff, models: withNoneFollowing(models) }
    : { ...state, models: withNextUnderWay(models) };
}

function withNoneFollowing(models: readonly RunModel[]): RunModel[] {
  const notStarted: ModelEnd = { kind: 'not_started' };
  return models.map((one) =>
    one.progress.kind === 'waiting' ? { ...one, progress: notStarted } : one
  );
}

/** The next whose turn it is and that may go; those before it that may not are skipped. */
function withNextUnderWay(models: readonly RunModel[]): RunModel[] {
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
export function underWay({ models }: RunState): { going: Going; gone: RunReview[] } | null {
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
