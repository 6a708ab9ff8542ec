import { useQuery } from '@tanstack/react-query';
import type { Dangling } from '../../../common/dependents';
import type { ApiError } from '../../api';
import { useServices } from '../../services';

/** What the references to models that are gone are kept under. */
export function danglingKey(dataSourceId: string | undefined) {
  return ['dangling', dataSourceId] as const;
}

/** What calls for models that are gone. */
export function useDangling() {
  const { api, dataSourceId } = useServices();
  return useQuery<Dangling, ApiError>({
    queryKey: danglingKey(dataSourceId),
    queryFn: ({ signal }) => api.call('GET /api/ml_models/dangling', { signal }),
  });
}
