import { useEffect, useReducer, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { asApiError } from '../api';
import { modelsKey } from '../models/use_models';
import { useServices } from '../services';
import { dialogView, FIRST_STATE, nextState } from './state';
import type { DialogView, Outcome } from './state';
import { useCleanUp } from './use_clean_up';

interface Options {
  onClose(): void;
  onDone(outcome: Outcome): void;
}

/** Runs the requests that the dialog's states stand for, and gives what is to be drawn. */
export function useDeleteDialog(modelId: string, { onClose, onDone }: Options): DialogView {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const [state, send] = useReducer(nextState, FIRST_STATE);

  useEffect(() => {
    if (state.kind !== 'reviewing') return;
    const { signal, abort } = abortable();
    api
      .call('GET /api/ml_models/models/{model_id}/review', {
        params: { model_id: modelId },
        signal,
      })
      .then(
        (review) => !signal.aborted && send({ type: 'reviewed', review }),
        (error) => !signal.aborted && send({ type: 'review_failed', error: asApiError(error) })
      );
    return abort;
  }, [api, modelId, state]);

  useEffect(() => {
    if (state.kind !== 'deleting') return;
    // a delete that was sent is not taken back: only its answer is dropped with the dialog
    let isOpen = true;
    const { review, accept, undeploy } = state;
    api
      .call('DELETE /api/ml_models/models/{model_id}', {
        params: { model_id: modelId },
        query: {
          fingerprint: review.fingerprint,
          ...(accept.length > 0 && { accept }),
          ...(undeploy && { undeploy }),
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
  }, [api, dataSourceId, modelId, queryClient, state]);

  useCleanUp(modelId, state, send);

  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (state.kind === 'done') done.current(state.outcome);
  }, [state]);

  return dialogView(state, send, onClose);
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
