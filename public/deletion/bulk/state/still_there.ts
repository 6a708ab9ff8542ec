import { isGone } from '../next_run_state';
import type { RunModel, RunState } from '../run_state';
import { modelIdOf } from '../sort_out';
import type { Staying } from '../sort_out';

interface Ended {
  run: RunState;
  staying: readonly Staying[];
}

function isThere({ progress }: RunModel): boolean {
  return !isGone(progress);
}

function mayBeThere(staying: Staying): boolean {
  return staying.why !== 'not_reviewed' || staying.error.reason !== 'not_found';
}

/** The ids of the selection that may still be there after a run: worth another review. */
export function stillThere({ run, staying }: Ended): string[] {
  const left = run.models.filter(isThere).map(({ going }) => going.reviewed.review.model.id);
  return [...left, ...staying.filter(mayBeThere).map(modelIdOf)];
}

/** The ids that are gone after a run: deleted in it, or found gone. */
export function goneAfter({ models }: RunState): string[] {
  return models.filter((one) => !isThere(one)).map(({ going }) => going.reviewed.review.model.id);
}
