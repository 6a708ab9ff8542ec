import { useCallback, useEffect, useReducer } from 'react';
import { asApiError } from '../api';
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
    let isOpen = true;
    set(false).then(
      (answer) => {
        if (!isOpen) return;
        told({ type: 'turned', answer });
        send({ type: 'turned_off', answer });
      },
      (reason) => {
        if (!isOpen) return;
        const error = asApiError(reason);
        told({ type: 'turn_off_failed', error });
        send({ type: 'turn_off_failed', error });
      }
    );
    return () => {
      isOpen = false;
    };
  }, [isTurningOff, send, set]);

  const isTurningOn = state.kind === 'turning_on';
  useEffect(() => {
    if (!isTurningOn) return;
    let isOpen = true;
    set(true).then(
      (answer) => isOpen && told({ type: 'turned', answer }),
      (error) => isOpen && told({ type: 'turn_on_failed', error: asApiError(error) })
    );
    return () => {
      isOpen = false;
    };
  }, [isTurningOn, set]);

  return { ...state, turnOn: () => told({ type: 'turn_on' }) };
}
