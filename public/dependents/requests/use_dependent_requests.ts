import { useQuery } from '@tanstack/react-query';
import type { Dependent, DependentRequests } from '../../../common/dependents';
import type { ApiError } from '../../api';
import { useServices } from '../../services';

/** The requests about one dependent, read anew each time that they are asked for. */
export function useDependentRequests(
  { kind, id }: Dependent,
  modelId: string,
  { enabled }: { enabled: boolean }
) {
  const { api, dataSourceId } = useServices();
  return useQuery<DependentRequests, ApiError>({
    queryKey: ['dependent', dataSourceId, kind, id, modelId],
    queryFn: ({ signal }) =>
      api.call('GET /api/ml_models/dependents/{kind}/{id}', {
        params: { kind, id },
        query: { model_id: modelId },
        signal,
      }),
    enabled,
    cacheTime: 0,
  });
}
