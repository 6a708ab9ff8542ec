export type { Row } from './row';
export { summaryOf, type Growth } from './summary';
export { tableOf } from './table';
