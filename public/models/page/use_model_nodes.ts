import { useQuery } from '@tanstack/react-query';
import type { HoldingNode } from '../../../common/models';
import type { ApiError } from '../../api';
import { useServices } from '../../services';
import { modelKey } from '../model_key';

/** The nodes that hold a model now; null where that could not be found out. */
export function useModelNodes(modelId: string, { enabled }: { enabled: boolean }) {
  const { api, dataSourceId } = useServices();
  return useQuery<HoldingNode[] | null, ApiError>({
    queryKey: [...modelKey(dataSourceId, modelId), 'nodes'],
    queryFn: async ({ signal }) => {
      const params = { model_id: modelId };
      const route = 'GET /api/ml_models/models/{model_id}/nodes';
      return (await api.call(route, { params, signal })).nodes;
    },
    enabled,
  });
}
