export { nameToType, needsUndeploy, toAccept } from './consent';
export type { Asking, Consent, DialogEvent, DialogState, Notice, Outcome } from './dialog_state';
export { dialogView } from './dialog_view';
export type { AskingView, DialogView } from './dialog_view';
export { FIRST_STATE, nextState } from './next_state';
