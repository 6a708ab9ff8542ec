import { useQuery } from '@tanstack/react-query';
import type { Review } from '../../../common/dependents';
import type { GetModelAnswer } from '../../../common/models';
import type { ApiError } from '../../api';
import { useServices } from '../../services';
import { modelKey } from '../model_key';

/** One model with its metadata. */
export function useModel(modelId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<GetModelAnswer, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'metadata'],
    queryFn: ({ signal }) =>
      api.call('GET /api/ml_models/models/{model_id}', { params: { model_id: modelId }, signal }),
  });
}

/** What uses one model and what follows for a delete. */
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
