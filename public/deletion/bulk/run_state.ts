import type { DeleteModelAnswer } from '../../../common/deletion';
import type { Review, Verdict } from '../../../common/dependents';
import type { ApiError } from '../../api';
import type { Going } from './sort_out';

/** Why the server did not carry out a delete: the model is still there. */
export type StopReason = 'changed' | Exclude<Verdict, 'clear'>;

/** What became of a model. */
export type ModelEnd =
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

export type ModelProgress = { kind: 'waiting' } | { kind: 'deleting' } | ModelEnd;

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

export type RunEvent =
  { type: 'stop' } | { type: 'ended'; end: ModelEnd; at: number; breaksOff?: ApiError };
