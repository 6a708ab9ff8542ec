import { useEffect, useReducer, useRef, useState } from 'react';
import { UNDEPLOYED_STATES } from '../../common/models/model_state';
import { isOutcomeOpen } from './error_meaning';
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
  if (view.kind === 'failed') return view.undeployed && !isOutcomeOpen(view.error);
  return 'review' in view && UNDEPLOYED_STATES.has(view.review.model.state);
}
