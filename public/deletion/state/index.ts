export { nextAutoDeploy, UNTOUCHED } from './auto_deploy';
export type { AutoDeployState } from './auto_deploy';
export { nameToType, needsUndeploy, toAccept } from './consent';
export type { Asking, Consent, DialogEvent, DialogState, Notice, Outcome } from './dialog_state';
export { dialogView } from './dialog_view';
export type { AskingView, DialogView, StaysDeployedView, UndeployingView } from './dialog_view';
export { FIRST_STATE, nextState } from './next_state';
export { GIVE_UP_AFTER_MS, MAX_ATTEMPTS } from './undeploying';
