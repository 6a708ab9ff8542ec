export type { Change } from './change';
export { describeChange } from './describe_change';
export { diffReviews } from './diff_reviews';
