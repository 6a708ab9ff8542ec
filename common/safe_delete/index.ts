export { safeDeleteContracts } from './contracts';
export type { SafeDeleteChange } from './contracts';
export { SAFE_DELETE_SETTING, safeDeleteSchema } from './safe_delete';
export type { SafeDelete } from './safe_delete';
