import { openConditions } from '../../common/deletion/consent';
import type { Confirming, DialogEvent, DialogState } from './dialog_state';

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
  | (In<'could_not_check' | 'refused' | 'undeploy_failed' | 'failed'> & Closable & Checkable)
  | ConfirmingView
  | UndeployingView
  | StaysDeployedView
  | (In<'half_deleted'> & Closable & { repeat(): void })
  | In<'turning_off' | 'deleting' | 'cleaning_up' | 'deleting_connector'>
  | In<'done'>;

export type ConfirmingView = Confirming &
  Closable &
  Checkable & {
    chooseUndeploy(undeploy: boolean): void;
    typeName(name: string): void;
    chooseConnector(withConnector: boolean): void;
    /** Null until every condition of the review was agreed to. */
    confirm: (() => void) | null;
  };

/** Ends after the step that is under way, and shows what it has led to; null once it was said. */
export type UndeployingView = In<'undeploying'> & { stop: (() => void) | null };

export type StaysDeployedView = In<'stays_deployed'> &
  Closable &
  Checkable & {
    /** Null where auto-deploy is off already: something else deploys the model. */
    turnOffAndDelete: (() => void) | null;
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
    case 'undeploy_failed':
    case 'failed':
      return { ...state, close, checkAgain };
    case 'confirming':
      return {
        ...state,
        close,
        checkAgain,
        chooseUndeploy: (undeploy) => send({ type: 'undeploy_chosen', undeploy }),
        typeName: (name) => send({ type: 'name_typed', name }),
        chooseConnector: (withConnector) => send({ type: 'connector_chosen', withConnector }),
        confirm:
          openConditions(state.review, state.form).length > 0
            ? null
            : () => send({ type: 'confirmed' }),
      };
    case 'half_deleted':
      return { ...state, close, repeat: () => send({ type: 'repeat' }) };
    case 'undeploying':
      return { ...state, stop: state.stopping ? null : () => send({ type: 'stop' }) };
    case 'stays_deployed': {
      const isOff = state.last?.auto_deploy === false;
      const turnOffAndDelete = isOff ? null : () => send({ type: 'turn_off' });
      return { ...state, close, checkAgain, turnOffAndDelete };
    }
    case 'turning_off':
    case 'deleting':
    case 'cleaning_up':
    case 'deleting_connector':
    case 'done':
      return state;
  }
}
