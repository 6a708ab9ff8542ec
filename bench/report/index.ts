export type { Row } from './row';
export { browserSummaryOf, summaryOf, type Growth } from './summary';
export { tableOf } from './table';
