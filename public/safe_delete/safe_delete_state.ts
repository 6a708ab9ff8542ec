import type { SafeDelete, SafeDeleteChange } from '../../common/safe_delete';
import type { ApiError } from '../api';
import type { Said } from '../components';

/** A setting whose effective value was read. */
export type KnownSafeDelete = SafeDelete & { enabled: boolean };

export type SafeDeleteState =
  | { kind: 'loading' }
  | { kind: 'unread'; why: Said }
  | { kind: 'unsupported' }
  | { kind: 'known'; setting: KnownSafeDelete };

/** What is known of the setting: what the cluster answered last, never what was clicked. */
export function safeDeleteState(read: {
  data: SafeDelete | undefined;
  error: ApiError | null;
}): SafeDeleteState {
  const { data, error } = read;
  if (error) return { kind: 'unread', why: error };
  if (!data) return { kind: 'loading' };
  if (!data.supported) return { kind: 'unsupported' };
  if (data.enabled === null) return { kind: 'unread', why: { cluster_message: data.detail } };
  return { kind: 'known', setting: { ...data, enabled: data.enabled } };
}

/** Whether safe delete may be off after a change: then it is asked about first. */
export function mayTurnOff(setting: KnownSafeDelete, change: SafeDeleteChange): boolean {
  const after = { ...setting, [change.scope]: change.enabled };
  // without either the nodes' file decides, and its value is not known here
  return setting.enabled && (after.transient ?? after.persistent) !== true;
}
