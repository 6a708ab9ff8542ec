export type { Row } from './row';
export { browserSummaryOf, replacementSummaryOf, summaryOf, type Growth } from './summary';
export { tableOf } from './table';
