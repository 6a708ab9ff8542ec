export { reviewRun } from './bulk';
export type { Consent } from './check_review';
export { cleanUpModel } from './clean_up_model';
export { deleteReviewedModel } from './delete_reviewed_model';
export { DeleteStopped } from './delete_stopped';
export type { StopReason } from './delete_stopped';
export { DeleteUnanswered } from './delete_unanswered';
export { readRecovery } from './recovery';
export { undeploy } from './undeploy';
