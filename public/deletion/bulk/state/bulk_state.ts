import type { ReviewModelsAnswer } from '../../../../common/deletion';
import type { ApiError } from '../../../api';
import type { RunState } from '../run_state';
import type { Going, Staying } from '../sort_out';
import type { Said } from './said';

export type BulkState =
  | { kind: 'reviewing'; modelIds: readonly string[] }
  | { kind: 'could_not_check'; modelIds: readonly string[]; error: ApiError }
  | { kind: 'asking'; modelIds: readonly string[]; answer: ReviewModelsAnswer; said: Said }
  | Running
  | { kind: 'finished'; run: RunState; staying: readonly Staying[] };

/** `going` is what was agreed to: it starts the run, and never changes in it. */
export interface Running {
  kind: 'running';
  going: readonly Going[];
  staying: readonly Staying[];
  run: RunState;
}

export type BulkEvent =
  | { type: 'reviewed'; answer: ReviewModelsAnswer }
  | { type: 'review_failed'; error: ApiError }
  | { type: 'undeploy_chosen'; modelIds: readonly string[]; undeploy: boolean }
  | { type: 'name_typed'; modelId: string; name: string }
  | { type: 'confirmed' }
  | { type: 'check_again' }
  | { type: 'run_changed'; run: RunState }
  | { type: 'review_rest' };
