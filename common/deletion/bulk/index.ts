export { bulkContracts } from './contracts';
export type { LeftOut, NotReviewed, ReviewModelsAnswer, RunReview } from './contracts';
export { MAX_RUN } from './max_run';
export { agreedAtTurn, asInRun, isLastAfter } from './review_in_run';
