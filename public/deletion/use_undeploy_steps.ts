import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { whenAnswered } from '../api';
import { modelsKey } from '../models/use_models';
import { useServices } from '../services';
import type { DialogEvent, DialogState } from './state';

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
export function useUndeploySteps(
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
    return whenAnswered(sent, {
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
