import { useQuery } from '@tanstack/react-query';
import type { ListModelsAnswer } from '../../common/models';
import { FRESH_MS, type ApiError, type Call } from '../api';
import { useServices } from '../services';

export type ListQuery = NonNullable<Call<'GET /api/ml_models/models'>['query']>;

/** How many models are in use: what the list would say with that filter. */
export const IN_USE_QUERY: ListQuery = { usage: 'in_use', size: 1 };

/** What all lists of models of one data source are kept under. */
export function modelsKey(dataSourceId: string | undefined) {
  return ['models', dataSourceId] as const;
}

/** One page of models. The last one stays while another is read; what is superseded is cancelled. */
export function useModels(query: ListQuery, { enabled = true } = {}) {
  const { api, dataSourceId } = useServices();
  return useQuery<ListModelsAnswer, ApiError>({
    queryKey: [...modelsKey(dataSourceId), query],
    queryFn: ({ signal }) => api.call('GET /api/ml_models/models', { query, signal }),
    keepPreviousData: true,
    staleTime: FRESH_MS,
    enabled,
  });
}
