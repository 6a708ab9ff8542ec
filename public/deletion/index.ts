export { DeleteManyDialog } from './bulk/dialog';
export { DeleteDialog } from './dialog';
export { Permitted } from './permitted';
export type { Outcome } from './state';
export { UnreadableModel } from './unreadable_model';
export { useTellOutcome } from './use_tell_outcome';
