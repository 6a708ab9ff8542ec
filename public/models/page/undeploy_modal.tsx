import React, { useState } from 'react';
import {
  EuiCallOut,
  EuiConfirmModal,
  EuiProgress,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import { nodeKey } from '../../../common/dependents/kinds';
import type { Review } from '../../../common/dependents/review';
import { notChecked } from '../../../common/dependents/verdict';
import type { Model } from '../../../common/models/model';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { ApiError } from '../../api/errors';
import { CappedList } from '../../components/capped_list';
import { ErrorCallout } from '../../components/error_callout';
import { formatList } from '../../components/format_list';
import { impactBehind } from '../../dependents/impact_summary';
import { cancelLabel, undeployLabel } from '../../labels/action_labels';
import { checkingText, kindName, kindPlural, nothingUsesText } from '../../labels/dependent_labels';
import { stateLabel } from '../../labels/model_labels';
import { useReview } from '../../queries';
import { useServices } from '../../services/services';
import { notReviewedText } from './verdict';

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
  const review = useReview(model.id);
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
      // what fails is shown before it can fail
      confirmButtonDisabled={review.isFetching}
      buttonColor={review.data?.dependents.length === 0 ? 'primary' : 'danger'}
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
      <EuiSpacer size="m" />
      <UndeployImpact review={review} />
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

/** What fails while the model is undeployed, by the review that a delete has, too. */
function UndeployImpact({ review }: { review: ReturnType<typeof useReview> }) {
  const { data, error, isFetching, refetch } = review;
  return (
    <div role="status" data-test-subj="undeployImpact">
      {isFetching ? (
        <>
          <EuiText size="s">
            <p>{checkingText()}</p>
          </EuiText>
          <EuiProgress size="xs" color="primary" />
        </>
      ) : error ? (
        <ErrorCallout
          color="warning"
          title={notReviewedText()}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        data && <FailingResources review={data} />
      )}
    </div>
  );
}

function FailingResources({ review: { dependents, coverage } }: { review: Review }) {
  const unread = notChecked(coverage);
  const failing = [...dependents, ...impactBehind(dependents)];
  return (
    <>
      {failing.length > 0 && (
        <EuiCallOut
          size="s"
          color="warning"
          iconType="alert"
          title={i18n.translate('mlModels.undeploy.fails', {
            defaultMessage: 'These resources might fail until the model is deployed again',
          })}
        >
          <EuiText size="s">
            <CappedList items={failing}>
              {(one) => (
                <li key={nodeKey(one)} className="eui-textBreakWord">
                  {i18n.translate('mlModels.undeploy.failing', {
                    defaultMessage: '{kind} “{name}”',
                    values: { kind: kindName(one.kind), name: one.name },
                  })}
                </li>
              )}
            </CappedList>
          </EuiText>
        </EuiCallOut>
      )}
      {unread.length > 0 && (
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.undeploy.notChecked', {
              defaultMessage: 'There may be more. Not checked: {sources}.',
              values: { sources: formatList(unread.map(({ source }) => kindPlural(source))) },
            })}
          </p>
        </EuiText>
      )}
      {failing.length === 0 && unread.length === 0 && (
        <EuiText size="s">
          <p>{nothingUsesText()}</p>
        </EuiText>
      )}
    </>
  );
}

function stillDeployed(state: string): ApiError {
  const message = i18n.translate('mlModels.undeploy.still', {
    defaultMessage: 'ML Commons accepted the request, but the model’s state is still “{state}”.',
    values: { state: stateLabel(state) },
  });
  return new ApiError(message, { reason: 'unexpected', status: 200 });
}
