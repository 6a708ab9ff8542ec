export { bulkContracts } from './contracts';
export type { LeftOut, NotReviewed, ReviewModelsAnswer, RunReview } from './contracts';
export { fingerprintInRun, isLastAfter } from './fingerprint_in_run';
export { MAX_RUN } from './max_run';
