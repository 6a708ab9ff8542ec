export type { BulkState } from './bulk_state';
export { bulkView } from './bulk_view';
export type { BulkAskingView, BulkFinishedView, BulkView } from './bulk_view';
export { firstBulkState, nextBulkState } from './next_bulk_state';
export { goneAfter } from './still_there';
