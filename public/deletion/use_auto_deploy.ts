import { useCallback, useEffect, useReducer } from 'react';
import { whenAnswered } from '../api';
import { useServices } from '../services';
import { nextAutoDeploy, UNTOUCHED } from './state';
import type { AutoDeployState, DialogEvent, DialogState } from './state';

/** What has become of the model's auto-deploy, and the way back where this dialog turned it off. */
export type AutoDeployView = AutoDeployState & { turnOn(): void };

/** Turns auto-deploy off while the dialog's state is to wait for that, and on again when told to. */
export function useAutoDeploy(
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
    return whenAnswered(set(false), {
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
    return whenAnswered(set(true), {
      answered: (answer) => told({ type: 'turned', answer }),
      failed: (error) => told({ type: 'turn_on_failed', error }),
    });
  }, [isTurningOn, set]);

  return { ...state, turnOn: () => told({ type: 'turn_on' }) };
}
