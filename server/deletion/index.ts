export { reviewRun } from './bulk';
export type { Consent } from './check_review';
export { deleteReviewedModel } from './delete_reviewed_model';
export { DeleteStopped } from './delete_stopped';
export type { StopReason } from './delete_stopped';
export { readRecovery } from './recovery';
export { undeploy } from './undeploy';
