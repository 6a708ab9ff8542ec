export { reviewRun } from './review_run';
