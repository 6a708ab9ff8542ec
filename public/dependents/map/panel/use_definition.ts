import { useQuery } from '@tanstack/react-query';
import type { ResourceDefinition } from '../../../../common/dependents';
import { NODE_KINDS } from '../../../../common/dependents/node_kind';
import { FRESH_MS, type ApiError } from '../../../api';
import { useServices } from '../../../services';

/** What one resource is made of, read when it is looked at. */
export function useDefinition(kind: string, id: string) {
  const { api, dataSourceId } = useServices();
  const known = NODE_KINDS.find((one) => one === kind);
  return useQuery<ResourceDefinition, ApiError>({
    queryKey: ['definition', dataSourceId, kind, id],
    queryFn: ({ signal }) => {
      if (!known) throw new Error(`There are no definitions of the kind ${kind}`);
      return api.call('GET /api/ml_models/definitions/{kind}/{id}', {
        params: { kind: known, id },
        signal,
      });
    },
    enabled: known !== undefined,
    staleTime: FRESH_MS,
  });
}
