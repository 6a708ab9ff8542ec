export { DeleteManyDialog } from './bulk/dialog';
export { DeleteDialog } from './dialog';
export { Permitted } from './permitted';
export type { Outcome } from './state';
export { useTellOutcome } from './use_tell_outcome';
