import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { asApiError } from '../api';
import { modelsKey } from '../models/use_models';
import { useServices } from '../services';
import type { DialogEvent, DialogState } from './state';

type Send = (event: DialogEvent) => void;

/** Asks for a review while the state is to wait for one. */
export function useReviewRequest(modelId: string, state: DialogState, send: Send): void {
  const { api } = useServices();
  useEffect(() => {
    if (state.kind !== 'reviewing') return;
    const controller = new AbortController();
    const { signal } = controller;
    api
      .call('GET /api/ml_models/models/{model_id}/review', {
        params: { model_id: modelId },
        signal,
      })
      .then(
        (review) => !signal.aborted && send({ type: 'reviewed', review }),
        (error) => !signal.aborted && send({ type: 'review_failed', error: asApiError(error) })
      );
    return () => controller.abort();
  }, [api, modelId, send, state]);
}

/** Sends the delete while the state is to wait for its answer. */
export function useDeleteRequest(modelId: string, state: DialogState, send: Send): void {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (state.kind !== 'deleting') return;
    // a delete that was sent is not taken back: only its answer is dropped with the dialog
    let isOpen = true;
    const { review, accept, undeployed } = state;
    api
      .call('DELETE /api/ml_models/models/{model_id}', {
        params: { model_id: modelId },
        query: {
          fingerprint: review.fingerprint,
          ...(accept.length > 0 && { accept }),
          ...(undeployed && { undeploy: 'done' }),
        },
      })
      .then(
        (answer) => isOpen && send({ type: 'deleted', answer }),
        (error) => {
          // the list may be as outdated as the review was
          void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
          if (isOpen) send({ type: 'delete_failed', error: asApiError(error) });
        }
      );
    return () => {
      isOpen = false;
    };
  }, [api, dataSourceId, modelId, queryClient, send, state]);
}
