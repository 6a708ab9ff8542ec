import { useEffect } from 'react';
import { asApiError } from '../api';
import { useServices } from '../services';
import type { DialogEvent, DialogState } from './state';

/** Has deleted what was left of a model, while the dialog says so. */
export function useCleanUp(
  modelId: string,
  state: DialogState,
  send: (event: DialogEvent) => void
): void {
  const { api } = useServices();
  const isAsked = state.kind === 'cleaning_up';
  useEffect(() => {
    if (!isAsked) return;
    let isOpen = true;
    api
      .call('POST /api/ml_models/models/{model_id}/_clean_up', { params: { model_id: modelId } })
      .then(
        () => isOpen && send({ type: 'cleaned_up' }),
        (error) => isOpen && send({ type: 'clean_up_failed', error: asApiError(error) })
      );
    return () => {
      isOpen = false;
    };
  }, [api, isAsked, modelId, send]);
}
