import { useQuery } from '@tanstack/react-query';
import type { Graph } from '../../../common/dependents';
import { FRESH_MS, type ApiError } from '../../api';
import { modelKey } from '../../models/model_key';
import { useServices } from '../../services';

/** What stands around a model, read while somebody looks at it. */
export function useGraph(modelId: string) {
  const { api, dataSourceId } = useServices();
  return useQuery<Graph, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'graph'],
    queryFn: ({ signal }) =>
      api.call('GET /api/ml_models/graph', { query: { model_id: modelId }, signal }),
    staleTime: FRESH_MS,
  });
}
