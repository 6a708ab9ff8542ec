import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SafeDeleteChange } from '../../common/contracts/safe_delete';
import type { SafeDelete } from '../../common/safe_delete/safe_delete';
import type { ApiError } from '../api/errors';
import type { ErrorDetails } from '../components/error_callout';
import { safeDeleteKey, useSafeDeleteSetting } from '../queries';
import { useServices } from '../services/services';

/** A setting whose effective value was read. */
export type KnownSafeDelete = SafeDelete & { enabled: boolean };

export type SafeDeleteState =
  | { kind: 'loading' }
  | { kind: 'unread'; why: ErrorDetails }
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

/** A change beside that of the switch, each of which makes sense now. */
export type FurtherChange = 'for_now' | 'reset';

/** What can be changed besides: for a while only, or back to what the nodes' file or default says. */
export function furtherChanges({ transient, persistent }: KnownSafeDelete): FurtherChange[] {
  // a transient value is taken away by its own notice, before anything else
  if (transient !== null) return [];
  return persistent === null ? ['for_now'] : ['for_now', 'reset'];
}

/** Whether the cluster has something else than was asked for: another admin was there too. */
export function wasChangedMeanwhile(
  asked: SafeDeleteChange | undefined,
  now: SafeDelete | undefined
): boolean {
  return asked !== undefined && now !== undefined && now[asked.scope] !== asked.enabled;
}

/** Whether safe delete may be off after a change: then it is asked about first. */
export function mayTurnOff(setting: KnownSafeDelete, change: SafeDeleteChange): boolean {
  const after = { ...setting, [change.scope]: change.enabled };
  // without either the nodes' file decides, and its value is not known here
  return setting.enabled && (after.transient ?? after.persistent) !== true;
}

/** The setting as the cluster has it, and how to change it. */
export function useSafeDelete() {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const queryKey = safeDeleteKey(dataSourceId);
  const read = useSafeDeleteSetting();
  const update = useMutation<SafeDelete, ApiError, SafeDeleteChange>({
    mutationFn: async (body) => {
      // a read that was under way would bring the old value back
      await queryClient.cancelQueries({ queryKey });
      return api.putSafeDelete(body);
    },
    onSuccess: (answer) => queryClient.setQueryData(queryKey, answer),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { read, update };
}
