import type { SortedOut } from '../sort_out';
import { standings } from '../standings';
import type { Standings } from '../standings';
import type { BulkEvent, BulkState } from './bulk_state';
import { sortedOut } from './next_bulk_state';
import { stillThere } from './still_there';

type In<Kind extends BulkState['kind']> = Extract<BulkState, { kind: Kind }>;
interface Closable {
  close(): void;
}

/** What the dialog draws: a state, and with it only the actions that are legal in it. */
export type BulkView =
  | (In<'reviewing'> & Closable)
  | (In<'could_not_check'> & Closable & { checkAgain(): void })
  | BulkAskingView
  /** `stop` is null once it was stopped: the delete under way is not taken back. */
  | (In<'running'> & { stop: (() => void) | null })
  | BulkFinishedView;

export type BulkAskingView = In<'asking'> &
  SortedOut &
  Closable & {
    standings: Standings;
    chooseUndeploy(modelIds: readonly string[], undeploy: boolean): void;
    typeName(modelId: string, name: string): void;
    checkAgain(): void;
    /** Null while no model would go. */
    confirm: (() => void) | null;
  };

export type BulkFinishedView = In<'finished'> &
  Closable & {
    /** Reviews those that may still be there; null where there are none. */
    reviewRest: (() => void) | null;
  };

interface Actions {
  send(event: BulkEvent): void;
  stop(): void;
  close(): void;
}

/** Gives a state its actions. */
export function bulkView(state: BulkState, { send, stop, close }: Actions): BulkView {
  const checkAgain = () => send({ type: 'check_again' });
  switch (state.kind) {
    case 'reviewing':
      return { ...state, close };
    case 'could_not_check':
      return { ...state, close, checkAgain };
    case 'asking': {
      const sorted = sortedOut(state);
      return {
        ...state,
        ...sorted,
        standings: standings(state.answer),
        close,
        checkAgain,
        chooseUndeploy: (modelIds, undeploy) =>
          send({ type: 'undeploy_chosen', modelIds, undeploy }),
        typeName: (modelId, name) => send({ type: 'name_typed', modelId, name }),
        confirm: sorted.going.length > 0 ? () => send({ type: 'confirmed' }) : null,
      };
    }
    case 'running':
      return { ...state, stop: state.run.stopped ? null : stop };
    case 'finished':
      return {
        ...state,
        close,
        reviewRest: stillThere(state).length > 0 ? () => send({ type: 'review_rest' }) : null,
      };
  }
}
