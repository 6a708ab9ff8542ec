import { useEffect } from 'react';
import { whenAnswered } from '../api';
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
    const path = { model_id: modelId };
    return whenAnswered(
      api.call('POST /api/ml_models/models/{model_id}/_clean_up', { params: path }),
      {
        answered: () => send({ type: 'cleaned_up' }),
        failed: (error) => send({ type: 'clean_up_failed', error }),
      }
    );
  }, [api, isAsked, modelId, send]);
}
