import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { whenAnswered } from '../api';
import { modelsKey } from '../models/use_models';
import { useServices } from '../services';
import { deleteAsAgreed } from './delete_as_agreed';
import type { DialogEvent, DialogState } from './state';

type Send = (event: DialogEvent) => void;

/** Asks for a review while the state is to wait for one. */
export function useReviewRequest(modelId: string, state: DialogState, send: Send): void {
  const { api } = useServices();
  useEffect(() => {
    if (state.kind !== 'reviewing') return;
    const controller = new AbortController();
    const asked = api.call('GET /api/ml_models/models/{model_id}/review', {
      params: { model_id: modelId },
      signal: controller.signal,
    });
    const drop = whenAnswered(asked, {
      answered: (review) => send({ type: 'reviewed', review }),
      failed: (error) => send({ type: 'review_failed', error }),
    });
    return () => {
      drop();
      controller.abort();
    };
  }, [api, modelId, send, state]);
}

/** Sends the delete while the state is to wait for its answer. */
export function useDeleteRequest(state: DialogState, send: Send): void {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (state.kind !== 'deleting') return;
    let isOpen = true;
    const sent = deleteAsAgreed({
      shown: state.review,
      accept: state.accept,
      ...(state.undeployed && { undeploy: 'done' }),
      remove: (call) => api.call('DELETE /api/ml_models/models/{model_id}', call),
      mayRepeat: () => isOpen,
    });
    // the list may be as outdated as the review was, also where nobody waits for the answer any more
    sent.catch(() => queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) }));
    const drop = whenAnswered(sent, {
      answered: (answer) => send({ type: 'deleted', answer }),
      failed: (error) => send({ type: 'delete_failed', error }),
    });
    return () => {
      isOpen = false;
      drop();
    };
  }, [api, dataSourceId, queryClient, send, state]);
}
