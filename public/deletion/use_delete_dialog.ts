import { useEffect, useReducer, useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReadProgress } from '../../common/dependents/coverage';
import { UNDEPLOYED_STATES } from '../../common/models/model_state';
import { asApiError, isOutcomeUnknown } from '../api/errors';
import { modelsKey } from '../queries';
import { useServices } from '../services/services';
import { sendStep } from './delete_steps';
import type { DialogEvent, DialogState, Outcome } from './dialog_state';
import { dialogView } from './dialog_view';
import type { DialogView } from './dialog_view';
import { FIRST_STATE, nextState } from './next_state';
import { nextAutoDeploy, UNTOUCHED } from './undeploy_state';
import type { AutoDeployEvent, AutoDeployState } from './undeploy_state';

interface Options {
  onClose(): void;
  onDone(outcome: Outcome): void;
}

interface Dialog {
  view: DialogView;
  autoDeploy: AutoDeployView;
  /** This dialog has undeployed the model, and it is there, undeployed. */
  isOutOfService: boolean;
}

/** What has become of the model's auto-deploy, and the way back where this dialog turned it off. */
export type AutoDeployView = AutoDeployState & { turnOn(): void };

/** Sends the requests that the dialog's states wait for, and gives what is to be drawn. */
export function useDeleteDialog(modelId: string, { onClose, onDone }: Options): Dialog {
  const [state, send] = useReducer(nextState, FIRST_STATE);
  const [autoDeploy, sendAutoDeploy] = useReducer(nextAutoDeploy, UNTOUCHED);
  useSteps(modelId, state, (event) => {
    send(event);
    if (event.type === 'turned_off') sendAutoDeploy({ type: 'turned', answer: event.answer });
    if (event.type === 'turn_off_failed') sendAutoDeploy(event);
  });
  const turnOn = useTurnOn(modelId, sendAutoDeploy);

  // once it was asked for: also where only the dialog was stopped
  const [hasUndeployed, setHasUndeployed] = useState(false);
  const isUndeploying = state.kind === 'undeploying' && state.step > 0;
  useEffect(() => {
    if (isUndeploying) setHasUndeployed(true);
  }, [isUndeploying]);

  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (state.kind === 'done') done.current(state.outcome);
  }, [state]);

  const view = dialogView(state, send, onClose);
  return {
    view,
    autoDeploy: { ...autoDeploy, turnOn },
    isOutOfService: hasUndeployed && isUndeployed(view),
  };
}

/** Whether what the dialog shows is a model that is there and not deployed. */
function isUndeployed(view: DialogView): boolean {
  if (!('close' in view)) return false;
  if (view.kind === 'failed') return view.undeployed && !isOutcomeUnknown(view.error);
  return 'review' in view && UNDEPLOYED_STATES.has(view.review.model.state);
}

/** After these, what lists show of the model may not be true any more. */
const OUTDATES_LISTS: ReadonlySet<DialogEvent['type']> = new Set<DialogEvent['type']>([
  'undeploy_answered',
  'undeploy_failed',
  'delete_failed',
]);

/**
 * Sends one request after the other while the state waits for them. The browser drives: once the
 * dialog or the page is gone, none follows.
 */
function useSteps(modelId: string, state: DialogState, onEvent: (event: DialogEvent) => void) {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const latest = useRef({ state, onEvent });
  useEffect(() => {
    latest.current = { state, onEvent };
  });
  // not the state itself: what is entered in it, or the wish to stop, is no new request
  const request = state.kind === 'undeploying' ? `undeploying ${state.step}` : state.kind;
  useEffect(() => {
    let isAwaited = true;
    const controller = new AbortController();
    const { signal } = controller;
    const options = {
      signal,
      mayRepeat: () => isAwaited,
      onProgress: (progress: ReadProgress) =>
        isAwaited && latest.current.onEvent({ type: 'progress', progress }),
    };
    void sendStep(latest.current.state, modelId, api, options)?.then((event) => {
      if (isAwaited) latest.current.onEvent(event);
      // also where nobody waits for it any more
      if (OUTDATES_LISTS.has(event.type)) {
        void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
      }
    });
    return () => {
      isAwaited = false;
      controller.abort();
    };
  }, [api, dataSourceId, modelId, queryClient, request]);
}

/** Turns auto-deploy on again. */
function useTurnOn(modelId: string, send: (event: AutoDeployEvent) => void): () => void {
  const { api } = useServices();
  const { mutate } = useMutation({ mutationFn: () => api.putAutoDeploy(modelId, true) });
  return () => {
    send({ type: 'turn_on' });
    // these are not called any more once the dialog is gone
    mutate(undefined, {
      onSuccess: (answer) => send({ type: 'turned', answer }),
      onError: (error) => send({ type: 'turn_on_failed', error: asApiError(error) }),
    });
  };
}
