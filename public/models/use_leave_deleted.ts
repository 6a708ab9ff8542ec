import { useQueryClient } from '@tanstack/react-query';
import { useHistory } from 'react-router-dom';
import type { Model } from '../../common/models/model';
import { useDeleteToast } from '../deletion/delete_toast';
import type { Outcome } from '../deletion/dialog_state';
import { modelKey, useRemoveFromCache } from '../queries';
import { useAddresses } from '../services/addresses';
import { useServices } from '../services/services';

/** Leaves the page of a model that was deleted: to the list, with a toast, and nothing of it is kept. */
export function useLeaveDeleted() {
  const { dataSourceId } = useServices();
  const { list } = useAddresses();
  const history = useHistory();
  const queryClient = useQueryClient();
  const removeFromCache = useRemoveFromCache();
  const showOutcome = useDeleteToast();
  return (model: Model, outcome: Outcome) => {
    showOutcome(model, outcome);
    history.push(list);
    queryClient.removeQueries({ queryKey: modelKey(dataSourceId, model.id) });
    void removeFromCache([model.id]);
  };
}
