import type { ReviewModelsAnswer } from '../../../../common/deletion';
import { firstRunState, isOver } from '../next_run_state';
import { sortOut } from '../sort_out';
import type { SortedOut } from '../sort_out';
import type { BulkEvent, BulkState } from './bulk_state';
import { consentsOf, NOTHING_SAID } from './said';
import type { Said } from './said';
import { stillThere } from './still_there';

type In<Kind extends BulkState['kind']> = Extract<BulkState, { kind: Kind }>;

export function firstBulkState(modelIds: readonly string[]): BulkState {
  return { kind: 'reviewing', modelIds };
}

/** Which models go and which stay, by what was said so far. */
export function sortedOut({ answer, said }: { answer: ReviewModelsAnswer; said: Said }): SortedOut {
  return sortOut(answer, consentsOf(answer, said));
}

/** The state after an event; the same one where the event is not legal in it. */
export function nextBulkState(state: BulkState, event: BulkEvent): BulkState {
  switch (state.kind) {
    case 'reviewing':
      return afterReviewing(state, event);
    case 'could_not_check':
      return event.type === 'check_again' ? firstBulkState(state.modelIds) : state;
    case 'asking':
      return afterAsking(state, event);
    case 'running': {
      if (event.type !== 'run_changed') return state;
      const { run } = event;
      const { staying } = state;
      return isOver(run) ? { kind: 'finished', run, staying } : { ...state, run };
    }
    case 'finished': {
      if (event.type !== 'review_rest') return state;
      const rest = stillThere(state);
      return rest.length > 0 ? firstBulkState(rest) : state;
    }
  }
}

function afterReviewing(state: In<'reviewing'>, event: BulkEvent): BulkState {
  const { modelIds } = state;
  switch (event.type) {
    case 'reviewed':
      return { kind: 'asking', modelIds, answer: event.answer, said: NOTHING_SAID };
    case 'review_failed':
      return { kind: 'could_not_check', modelIds, error: event.error };
    default:
      return state;
  }
}

function afterAsking(state: In<'asking'>, event: BulkEvent): BulkState {
  const { said } = state;
  switch (event.type) {
    case 'check_again':
      return firstBulkState(state.modelIds);
    case 'undeploy_chosen': {
      const undeploy = new Set(said.undeploy);
      for (const id of event.modelIds) {
        if (event.undeploy) undeploy.add(id);
        else undeploy.delete(id);
      }
      return { ...state, said: { ...said, undeploy } };
    }
    case 'name_typed': {
      const typedNames = new Map(said.typedNames).set(event.modelId, event.name);
      return { ...state, said: { ...said, typedNames } };
    }
    case 'confirmed': {
      const { going, staying } = sortedOut(state);
      if (going.length === 0) return state;
      return { kind: 'running', going, staying, run: firstRunState(going) };
    }
    default:
      return state;
  }
}
