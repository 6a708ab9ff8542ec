import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SafeDelete, SafeDeleteChange } from '../../common/safe_delete';
import type { ApiError } from '../api';
import { useServices } from '../services';

/** The setting as the cluster has it, and how to change it. */
export function useSafeDelete() {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const queryKey = ['safe_delete', dataSourceId];
  const read = useQuery<SafeDelete, ApiError>({
    queryKey,
    queryFn: ({ signal }) => api.call('GET /api/ml_models/safe_delete', { signal }),
  });
  const update = useMutation<SafeDelete, ApiError, SafeDeleteChange>({
    mutationFn: async (body) => {
      // a read that was under way would bring the old value back
      await queryClient.cancelQueries({ queryKey });
      return api.call('PUT /api/ml_models/safe_delete', { body });
    },
    onSuccess: (answer) => queryClient.setQueryData(queryKey, answer),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { read, update };
}
