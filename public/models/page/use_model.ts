import { useQuery } from '@tanstack/react-query';
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
