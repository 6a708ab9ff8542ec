export { changeSafeDelete, SafeDeleteUnsupported } from './change_safe_delete';
export { readSafeDelete, readSafeDeleteIfPossible, safeDeleteFrom } from './read_safe_delete';
