import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ListModelsAnswer } from '../../common/models';
import { danglingKey } from '../dependents';
import { useServices } from '../services';
import { modelsKey } from './use_models';
import { withoutModels } from './without_models';

/** Takes deleted models out of every list at once, then reads them again. */
export function useForgetModels() {
  const queryClient = useQueryClient();
  const { dataSourceId } = useServices();
  return useCallback(
    async (modelIds: readonly string[]) => {
      const queryKey = modelsKey(dataSourceId);
      // an answer that was asked for before the delete would bring the row back
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueriesData<ListModelsAnswer>(
        { queryKey },
        (answer) => answer && withoutModels(answer, modelIds)
      );
      await Promise.all([
        queryClient.invalidateQueries({ queryKey }),
        // what used them calls for nothing now
        queryClient.invalidateQueries({ queryKey: danglingKey(dataSourceId) }),
      ]);
    },
    [queryClient, dataSourceId]
  );
}
