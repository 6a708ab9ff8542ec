import React, { useState } from 'react';
import { EuiConfirmModal, EuiSpacer, EuiText, htmlIdGenerator } from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { ApiError } from '../../api/errors';
import { ErrorCallout } from '../../components/error_callout';
import { cancelLabel, undeployLabel } from '../../labels/action_labels';
import { stateLabel } from '../../labels/model_labels';
import { useServices } from '../../services/services';

/** The modal stays open so long, and says so where the model is deployed even then. */
const WAIT_SECONDS = 20;

interface Props {
  model: Model;
  onClose(): void;
  /** The model is deployed no more. */
  onDone(): void;
}

/** Asks before a model is undeployed; it stays open where that failed. */
export function UndeployModal({ model, onClose, onDone }: Props) {
  const [titleId] = useState(htmlIdGenerator('undeployModel'));
  const { api } = useServices();
  const { mutate, error, isLoading } = useMutation<void, ApiError>({
    mutationFn: async () => {
      const { state } = await api.undeployModel(model.id, WAIT_SECONDS);
      if (UNDEPLOY_FIRST_STATES.has(state)) throw stillDeployed(state);
    },
    onSuccess: onDone,
  });
  return (
    <EuiConfirmModal
      data-test-subj="undeployModal"
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      title={
        <span id={titleId}>
          {i18n.translate('mlModels.undeploy.title', {
            defaultMessage: 'Undeploy “{name}”?',
            values: { name: model.name },
          })}
        </span>
      }
      onCancel={() => !isLoading && onClose()}
      onConfirm={() => mutate()}
      isLoading={isLoading}
      defaultFocusedButton="cancel"
      cancelButtonText={cancelLabel()}
      confirmButtonText={undeployLabel()}
    >
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.undeploy.body', {
            defaultMessage:
              'Unloads the model from its nodes. Requests to the model fail until you deploy it again. If auto-deploy is on, a request deploys it again.',
          })}
        </p>
      </EuiText>
      {error && !isLoading && (
        <>
          <EuiSpacer size="m" />
          <ErrorCallout
            role="alert"
            data-test-subj="undeployError"
            title={i18n.translate('mlModels.undeploy.failed', {
              defaultMessage: 'Couldn’t undeploy the model.',
            })}
            error={error}
          />
        </>
      )}
    </EuiConfirmModal>
  );
}

function stillDeployed(state: string): ApiError {
  const message = i18n.translate('mlModels.undeploy.still', {
    defaultMessage: 'ML Commons accepted the request, but the model’s state is still “{state}”.',
    values: { state: stateLabel(state) },
  });
  return new ApiError(message, { reason: 'unexpected', status: 200 });
}
