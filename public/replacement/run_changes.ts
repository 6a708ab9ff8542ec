import { nodeKey } from '../../common/dependents/kinds';
import type { Journal } from '../../common/replacement/journal';
import type { Change } from '../../common/replacement/plan';
import type { ApiClient, ApplyBody } from '../api/client';
import { asApiError } from '../api/errors';
import type { ApiError } from '../api/errors';
import { fewAtOnce } from './few_at_once';

/** What has become of one change in a run. */
export type ChangeState =
  | { kind: 'waiting' }
  | { kind: 'running' }
  | { kind: 'done' }
  | { kind: 'failed'; error: ApiError }
  /** The run ended before. */
  | { kind: 'not_begun' };

export interface Run {
  phase: 'preparing' | 'applying' | 'ended';
  /** By the dependent's `nodeKey`. */
  states: ReadonlyMap<string, ChangeState>;
}

interface RunOptions {
  modelId: string;
  replacementId: string;
  changes: readonly Change[];
  /** The dependents that change where the model isn't used for sure, too. */
  possible: ReadonlySet<string>;
  /** Whether what fails is left out; else it ends the run. */
  skipsFailures: boolean;
  /** Keeps the journals of all changes before anything is written, and each once it is. */
  keep(journals: readonly Journal[]): Promise<void>;
  onProgress(run: Run): void;
  /** Whether the admin has stopped it. */
  isStopped(): boolean;
}

/** What `apply` is asked for a change of a plan, all of which the admin has agreed to. */
function bodyOf(change: Change, { replacementId, possible }: RunOptions): ApplyBody {
  const { kind, id, fingerprint, mixed_vectors: mixed } = change;
  return {
    replacement_id: replacementId,
    kind,
    id,
    fingerprint,
    ...(mixed !== null && { accept: ['mixed_vectors'] }),
    ...(possible.has(nodeKey(change)) && { possible: true }),
  };
}

/**
 * Applies changes one by one, in their order: first asks for the journals, which writes nothing, has
 * all of them kept, and then has each written and what is noted of it kept. The first
 * that fails ends it, unless what fails is to be left out.
 */
export async function runChanges(
  api: Pick<ApiClient, 'applyChange'>,
  options: RunOptions
): Promise<void> {
  const { modelId, changes, skipsFailures, keep, onProgress, isStopped } = options;
  const states = new Map<string, ChangeState>(
    changes.map((change) => [nodeKey(change), { kind: 'waiting' }])
  );
  const show = (phase: Run['phase']) => onProgress({ phase, states: new Map(states) });
  const set = (change: Change, state: ChangeState, phase: Run['phase']) => {
    states.set(nodeKey(change), state);
    show(phase);
  };
  const hasFailed = () => [...states.values()].some(({ kind }) => kind === 'failed');
  const isOver = () => isStopped() || (hasFailed() && !skipsFailures);
  const end = () => {
    for (const [key, { kind }] of states) {
      if (kind === 'waiting') states.set(key, { kind: 'not_begun' });
    }
    show('ended');
  };

  show('preparing');
  const journals = new Map<Change, Journal>();
  const ask = async (change: Change) => {
    try {
      const body = { ...bodyOf(change, options), dry_run: true };
      journals.set(change, (await api.applyChange(modelId, body)).journal);
    } catch (error) {
      set(change, { kind: 'failed', error: asApiError(error) }, 'preparing');
    }
  };
  await fewAtOnce(changes, ask, isOver);
  const prepared = changes.filter((change) => journals.has(change));
  if (isOver() || prepared.length === 0) return end();
  await keep(prepared.flatMap((change) => journals.get(change) ?? []));
  for (const change of prepared) {
    if (isOver()) break;
    set(change, { kind: 'running' }, 'applying');
    try {
      const { journal } = await api.applyChange(modelId, bodyOf(change, options));
      await keep([journal]);
      set(change, { kind: 'done' }, 'applying');
    } catch (error) {
      set(change, { kind: 'failed', error: asApiError(error) }, 'applying');
    }
  }
  end();
}

/** Where a dependent of a journal is: as the change has left it, as before, or changed since. */
export type JournalState =
  | { kind: 'replaced' }
  | { kind: 'not_replaced' }
  | { kind: 'changed'; now: Record<string, unknown> | undefined }
  | { kind: 'unknown'; error: ApiError };

/** What one call of `revert` says of a dependent. */
export async function askRevert(
  api: Pick<ApiClient, 'revertChange'>,
  journal: Journal,
  { dryRun }: { dryRun: boolean }
): Promise<JournalState> {
  try {
    const { result } = await api.revertChange(journal.model_id, { journal, dry_run: dryRun });
    return { kind: result === 'can_be_reverted' ? 'replaced' : 'not_replaced' };
  } catch (cause) {
    const error = asApiError(cause);
    return error.reason === 'changed'
      ? { kind: 'changed', now: error.now }
      : { kind: 'unknown', error };
  }
}
