import { useEffect, useReducer, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
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
  useTurningOn(modelId, autoDeploy, sendAutoDeploy);
  useOutdatedLists(state);

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
    autoDeploy: { ...autoDeploy, turnOn: () => sendAutoDeploy({ type: 'turn_on' }) },
    isOutOfService: hasUndeployed && isUndeployed(view),
  };
}

/** Whether what the dialog shows is a model that is there and not deployed. */
function isUndeployed(view: DialogView): boolean {
  if (!('close' in view)) return false;
  if (view.kind === 'failed') return view.undeployed && !isOutcomeUnknown(view.error);
  return 'review' in view && UNDEPLOYED_STATES.has(view.review.model.state);
}

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
    const options = { signal, mayRepeat: () => isAwaited };
    void sendStep(latest.current.state, modelId, api, options)?.then((event) => {
      if (isAwaited) latest.current.onEvent(event);
      // the lists may be as outdated as the review was, also where nobody waits any more
      if (event.type === 'delete_failed') {
        void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
      }
    });
    return () => {
      isAwaited = false;
      controller.abort();
    };
  }, [api, dataSourceId, modelId, queryClient, request]);
}

/** States in which lists show a deployed model that may be none any more. */
const AFTER_UNDEPLOY: ReadonlySet<DialogState['kind']> = new Set<DialogState['kind']>([
  'undeploy_failed',
  'stays_deployed',
]);

function useOutdatedLists(state: DialogState): void {
  const { dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const isOutdated =
    AFTER_UNDEPLOY.has(state.kind) || (state.kind === 'reviewing' && state.after === 'stop');
  useEffect(() => {
    if (isOutdated) void queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) });
  }, [dataSourceId, isOutdated, queryClient]);
}

/** Turns auto-deploy on again while the state waits for that. */
function useTurningOn(
  modelId: string,
  { kind }: AutoDeployState,
  send: (event: AutoDeployEvent) => void
): void {
  const { api } = useServices();
  const isTurningOn = kind === 'turning_on';
  useEffect(() => {
    if (!isTurningOn) return;
    let isAwaited = true;
    api.putAutoDeploy(modelId, true).then(
      (answer) => isAwaited && send({ type: 'turned', answer }),
      (error) => isAwaited && send({ type: 'turn_on_failed', error: asApiError(error) })
    );
    return () => {
      isAwaited = false;
    };
  }, [api, isTurningOn, modelId, send]);
}
