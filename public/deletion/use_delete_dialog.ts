import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { UNDEPLOYED_STATES } from '../../common/models/model_state';
import { onSettled } from '../api/client';
import { isOutcomeUnknown } from '../api/errors';
import { modelsKey } from '../queries';
import { useServices } from '../services/services';
import { deleteAsAgreed } from './delete_as_agreed';
import type { DialogEvent, DialogState, Outcome } from './dialog_state';
import { dialogView } from './dialog_view';
import type { DialogView } from './dialog_view';
import { FIRST_STATE, nextState } from './next_state';
import { nextAutoDeploy, UNTOUCHED } from './undeploy_state';
import type { AutoDeployState } from './undeploy_state';

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

/** Runs the requests that the dialog's states stand for, and gives what is to be drawn. */
export function useDeleteDialog(modelId: string, { onClose, onDone }: Options): Dialog {
  const [state, send] = useReducer(nextState, FIRST_STATE);
  useReviewRequest(modelId, state, send);
  useUndeploySteps(modelId, state, send);
  useDeleteRequest(state, send);
  const autoDeploy = useAutoDeploy(modelId, state, send);
  useCleanUp(modelId, state, send);

  // once it was asked for: also where only the dialog was stopped
  const [hasUndeployed, setHasUndeployed] = useState(false);
  useEffect(() => {
    if (state.kind === 'undeploying') setHasUndeployed(true);
  }, [state.kind]);

  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (state.kind === 'done') done.current(state.outcome);
  }, [state]);

  const view = dialogView(state, send, onClose);
  return { view, autoDeploy, isOutOfService: hasUndeployed && isUndeployed(view) };
}

/** Whether what the dialog shows is a model that is there and not deployed. */
function isUndeployed(view: DialogView): boolean {
  if (!('close' in view)) return false;
  if (view.kind === 'failed') return view.undeployed && !isOutcomeUnknown(view.error);
  return 'review' in view && UNDEPLOYED_STATES.has(view.review.model.state);
}

type Send = (event: DialogEvent) => void;

/** Asks for a review while the state is to wait for one. */
function useReviewRequest(modelId: string, state: DialogState, send: Send): void {
  const { api } = useServices();
  useEffect(() => {
    if (state.kind !== 'reviewing') return;
    const controller = new AbortController();
    const asked = api.call('GET /api/ml_models/models/{model_id}/review', {
      params: { model_id: modelId },
      signal: controller.signal,
    });
    const drop = onSettled(asked, {
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
function useDeleteRequest(state: DialogState, send: Send): void {
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
    const drop = onSettled(sent, {
      answered: (answer) => send({ type: 'deleted', answer }),
      failed: (error) => send({ type: 'delete_failed', error }),
    });
    return () => {
      isOpen = false;
      drop();
    };
  }, [api, dataSourceId, queryClient, send, state]);
}

/** Has deleted what was left of a model, while the dialog says so. */
function useCleanUp(modelId: string, state: DialogState, send: (event: DialogEvent) => void): void {
  const { api } = useServices();
  const isAsked = state.kind === 'cleaning_up';
  useEffect(() => {
    if (!isAsked) return;
    const path = { model_id: modelId };
    return onSettled(
      api.call('POST /api/ml_models/models/{model_id}/_clean_up', { params: path }),
      {
        answered: () => send({ type: 'cleaned_up' }),
        failed: (error) => send({ type: 'clean_up_failed', error }),
      }
    );
  }, [api, isAsked, modelId, send]);
}

/** How long the server waits in one step: as long as Cancel may take to be heard. */
const STEP_SECONDS = 3;

/** States in which the list behind the dialog shows a deployed model that may be none any more. */
const AFTER_UNDEPLOY: ReadonlySet<DialogState['kind']> = new Set<DialogState['kind']>([
  'undeploy_failed',
  'stays_deployed',
]);

/**
 * Sends one step of the undeploy after the other while the state is to wait for them. The browser
 * drives: once the dialog or the page is gone, no further step follows.
 */
function useUndeploySteps(
  modelId: string,
  state: DialogState,
  send: (event: DialogEvent) => void
): void {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  // not the state itself: to be told to stop is no new step
  const step = state.kind === 'undeploying' ? state.step : null;
  useEffect(() => {
    if (step === null) return;
    const began = performance.now();
    const sent = api.call('POST /api/ml_models/models/{model_id}/_undeploy', {
      params: { model_id: modelId },
      query: { wait_seconds: STEP_SECONDS },
    });
    return onSettled(sent, {
      answered: (answer) =>
        send({ type: 'undeploy_answered', answer, tookMs: performance.now() - began }),
      failed: (error) => send({ type: 'undeploy_failed', error }),
    });
  }, [api, modelId, send, step]);

  const isOutdated =
    AFTER_UNDEPLOY.has(state.kind) || (state.kind === 'reviewing' && state.after === 'stop');
  useEffect(() => {
    if (isOutdated) void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
  }, [dataSourceId, isOutdated, queryClient]);
}

/** What has become of the model's auto-deploy, and the way back where this dialog turned it off. */
export type AutoDeployView = AutoDeployState & { turnOn(): void };

/** Turns auto-deploy off while the dialog's state is to wait for that, and on again when told to. */
function useAutoDeploy(
  modelId: string,
  dialog: DialogState,
  send: (event: DialogEvent) => void
): AutoDeployView {
  const { api } = useServices();
  const [state, told] = useReducer(nextAutoDeploy, UNTOUCHED);
  const set = useCallback(
    (enabled: boolean) =>
      api.call('PUT /api/ml_models/models/{model_id}/auto_deploy', {
        params: { model_id: modelId },
        body: { enabled },
      }),
    [api, modelId]
  );

  const isTurningOff = dialog.kind === 'turning_off';
  useEffect(() => {
    if (!isTurningOff) return;
    return onSettled(set(false), {
      answered(answer) {
        told({ type: 'turned', answer });
        send({ type: 'turned_off', answer });
      },
      failed(error) {
        told({ type: 'turn_off_failed', error });
        send({ type: 'turn_off_failed', error });
      },
    });
  }, [isTurningOff, send, set]);

  const isTurningOn = state.kind === 'turning_on';
  useEffect(() => {
    if (!isTurningOn) return;
    return onSettled(set(true), {
      answered: (answer) => told({ type: 'turned', answer }),
      failed: (error) => told({ type: 'turn_on_failed', error }),
    });
  }, [isTurningOn, set]);

  return { ...state, turnOn: () => told({ type: 'turn_on' }) };
}
