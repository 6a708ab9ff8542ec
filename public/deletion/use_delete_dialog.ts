import { useEffect, useReducer, useRef } from 'react';
import { dialogView, FIRST_STATE, nextState } from './state';
import type { DialogView, Outcome } from './state';
import { useAutoDeploy, type AutoDeployView } from './use_auto_deploy';
import { useCleanUp } from './use_clean_up';
import { useDeleteRequest, useReviewRequest } from './use_delete_requests';
import { useUndeploySteps } from './use_undeploy_steps';

interface Options {
  onClose(): void;
  onDone(outcome: Outcome): void;
}

/** Runs the requests that the dialog's states stand for, and gives what is to be drawn. */
export function useDeleteDialog(
  modelId: string,
  { onClose, onDone }: Options
): { view: DialogView; autoDeploy: AutoDeployView } {
  const [state, send] = useReducer(nextState, FIRST_STATE);
  useReviewRequest(modelId, state, send);
  useUndeploySteps(modelId, state, send);
  useDeleteRequest(modelId, state, send);
  const autoDeploy = useAutoDeploy(modelId, state, send);
  useCleanUp(modelId, state, send);

  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (state.kind === 'done') done.current(state.outcome);
  }, [state]);

  return { view: dialogView(state, send, onClose), autoDeploy };
}
