import { useQuery } from '@tanstack/react-query';
import type { Permission, Permissions } from '../../common/deletion';
import type { ApiError } from '../api';
import { useServices } from '../services';

/** What is not known is offered: the cluster decides in any case. */
const NOT_KNOWN: Permission = { allowed: null };

/**
 * Whether the user's roles allow an action, once that is known: where `ask` is set somewhere, the
 * server is asked once. An error is no answer.
 */
export function usePermission(action: keyof Permissions, { ask = false } = {}): Permission {
  const { api, dataSourceId } = useServices();
  const { data } = useQuery<Permissions, ApiError>({
    queryKey: ['permissions', dataSourceId],
    queryFn: ({ signal }) => api.call('GET /api/ml_models/permissions', { signal }),
    enabled: ask,
    staleTime: Infinity,
    cacheTime: Infinity,
    retry: false,
  });
  return data?.[action] ?? NOT_KNOWN;
}
