import React from 'react';
import { EuiButton, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Deployed } from '../../common/contracts/deletion';
import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';
import type { ApiError } from '../api/errors';
import { ClusterMessage, ErrorDetailsText } from '../components/error_callout';
import { stateLabel } from '../labels/model_labels';
import { modelsKey } from '../queries';
import { useServices } from '../services/services';

interface Props {
  modelId: string;
  /** False where the delete failed in a way that doesn't say how far it had come. */
  isSure?: boolean;
}

/**
 * That a delete which did not happen has undeployed the model, and the action that deploys it
 * again.
 */
export function DeployAgain({ modelId, isSure = true }: Props) {
  const { api, dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const { mutate, data, error, isLoading } = useMutation<Deployed, ApiError>({
    mutationFn: () => api.deployModel(modelId),
    onSettled: () => queryClient.invalidateQueries({ queryKey: modelsKey(dataSourceId) }),
  });
  if (data && UNDEPLOY_FIRST_STATES.has(data.state)) {
    return (
      <>
        <EuiSpacer size="m" />
        <EuiCallOut
          size="s"
          color="success"
          iconType="check"
          role="status"
          data-test-subj={`deployedAgain-${modelId}`}
          title={i18n.translate('mlModels.deployAgain.done', {
            defaultMessage: 'The model was deployed again. State: {state}.',
            values: { state: stateLabel(data.state) },
          })}
        />
      </>
    );
  }
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        role="alert"
        data-test-subj={`undeployedNotDeleted-${modelId}`}
        title={isSure ? undeployedText() : maybeUndeployedText()}
      >
        <EuiText size="s">
          <p>{isSure ? undeployedMeaning() : maybeUndeployedMeaning()}</p>
          {data && (
            <>
              <p>
                {i18n.translate('mlModels.deployAgain.notDeployed', {
                  defaultMessage: 'Couldn’t deploy the model. State: {state}.',
                  values: { state: stateLabel(data.state) },
                })}
              </p>
              {data.error && <ClusterMessage message={data.error} />}
            </>
          )}
          {error && <ErrorDetailsText error={error} />}
        </EuiText>
        <EuiSpacer size="s" />
        <EuiButton
          size="s"
          color="warning"
          data-test-subj={`deployAgain-${modelId}`}
          isLoading={isLoading}
          onClick={() => mutate()}
        >
          {i18n.translate('mlModels.deployAgain.action', { defaultMessage: 'Deploy again' })}
        </EuiButton>
      </EuiCallOut>
    </>
  );
}

function undeployedText(): string {
  return i18n.translate('mlModels.deployAgain.undeployed', {
    defaultMessage: 'Undeployed, but not deleted',
  });
}

function maybeUndeployedText(): string {
  return i18n.translate('mlModels.deployAgain.maybeUndeployed', {
    defaultMessage: 'Not deleted, but maybe undeployed',
  });
}

function undeployedMeaning(): string {
  return i18n.translate('mlModels.deployAgain.undeployedMeaning', {
    defaultMessage:
      'The model was undeployed for the delete, which then failed. Its dependents may fail until you deploy the model again.',
  });
}

function maybeUndeployedMeaning(): string {
  return i18n.translate('mlModels.deployAgain.maybeUndeployedMeaning', {
    defaultMessage:
      'The failed delete may have undeployed the model. If so, its dependents may fail until you deploy the model again.',
  });
}
