import { useQuery } from '@tanstack/react-query';
import type { Review } from '../../common/dependents';
import type { ApiError } from '../api';
import { useServices } from '../services';
import { modelKey } from './model_key';

/** What uses one model, read anew whenever it is asked for. */
export function useReview(modelId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<Review, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'review'],
    queryFn: ({ signal }) =>
      api.call('GET /api/ml_models/models/{model_id}/review', {
        params: { model_id: modelId },
        signal,
      }),
  });
}
