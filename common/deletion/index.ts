export { ACCEPTABLE_VERDICTS } from './acceptable_verdicts';
export type { AcceptableVerdict } from './acceptable_verdicts';
export { bulkContracts, fingerprintInRun, MAX_RUN } from './bulk';
export type { LeftOut, NotReviewed, ReviewModelsAnswer, RunReview } from './bulk';
export { deletionContracts } from './contracts';
export { permissionsContracts } from './permissions';
export type { Permission, Permissions } from './permissions';
export type { AutoDeploy, DeleteModelAnswer, Undeployed } from './contracts';
export type { Kept, KeptDependent, Recovery } from './recovery';
