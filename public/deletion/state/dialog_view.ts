import { isGiven } from './consent';
import type { Asking, DialogEvent, DialogState } from './dialog_state';

interface Closable {
  close(): void;
}
interface Checkable {
  checkAgain(): void;
}
type In<Kind extends DialogState['kind']> = Extract<DialogState, { kind: Kind }>;

/** What the dialog draws: a state, and with it only the actions that are legal in it. */
export type DialogView =
  | (In<'reviewing'> & Closable)
  | (In<'could_not_check' | 'refused' | 'failed'> & Closable & Checkable)
  | AskingView
  | (In<'half_deleted'> & Closable & { repeat(): void })
  | In<'deleting' | 'cleaning_up'>
  | In<'done'>;

export type AskingView = Asking &
  Closable &
  Checkable & {
    chooseUndeploy(undeploy: boolean): void;
    typeName(name: string): void;
    /** Null until everything that stands against the delete was agreed to. */
    confirm: (() => void) | null;
  };

/** Gives a state its actions. */
export function dialogView(
  state: DialogState,
  send: (event: DialogEvent) => void,
  close: () => void
): DialogView {
  const checkAgain = () => send({ type: 'check_again' });
  switch (state.kind) {
    case 'reviewing':
      return { ...state, close };
    case 'could_not_check':
    case 'refused':
    case 'failed':
      return { ...state, close, checkAgain };
    case 'undeploy_first':
    case 'incomplete':
    case 'breaks':
    case 'clear':
      return {
        ...state,
        close,
        checkAgain,
        chooseUndeploy: (undeploy) => send({ type: 'undeploy_chosen', undeploy }),
        typeName: (name) => send({ type: 'name_typed', name }),
        confirm: isGiven(state.consent, state.review) ? () => send({ type: 'confirmed' }) : null,
      };
    case 'half_deleted':
      return { ...state, close, repeat: () => send({ type: 'repeat' }) };
    case 'deleting':
    case 'cleaning_up':
    case 'done':
      return state;
  }
}
