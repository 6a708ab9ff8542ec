import React, { useEffect, useRef, useState } from 'react';
import {
  EuiCode,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { Model } from '../../common/models/model';
import { errorMeaning, reviewErrorMeaning } from '../api/errors';
import { Clamped } from '../components/clamped';
import { ConnectorSentence } from './connector_choice';
import { GroupSentence } from './consent_fields';
import { DeployAgain } from './deploy_again';
import { DialogActions, dismissAction } from './dialog_actions';
import type { Outcome } from './dialog_state';
import type { DialogView } from './dialog_view';
import { Headline } from './headline';
import { ErrorState } from './notice_callout';
import { RecoveryFile } from './recovery_file';
import { ReviewingState } from './reviewing_state';
import { ConfirmingState, RefusedState } from './review_sections';
import {
  AutoDeployNotice,
  StaysDeployedState,
  UndeployedSentence,
  undeployFailedMeaning,
  UndeployingState,
  WorkingState,
} from './undeploy_progress';
import { useDeleteDialog } from './use_delete_dialog';

export interface DeleteDialogProps {
  model: Model;
  onClose(): void;
  /** The model is gone. */
  onDone(outcome: Outcome): void;
}

/** Asks whether a model is to be deleted, on a review of all that uses it. */
export function DeleteDialog({ model: listed, onClose, onDone }: DeleteDialogProps) {
  const [titleId] = useState(htmlIdGenerator('deleteModel'));
  const { view, autoDeploy, isOutOfService } = useDeleteDialog(listed.id, { onClose, onDone });
  // the list may be older than the review
  const model = 'review' in view ? view.review.model : listed;
  const { cancelRef, headlineRef } = useDialogFocus(view.kind, dismissAction(view) !== null);
  return (
    <EuiModal
      data-test-subj="deleteModelModal"
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      initialFocus='[data-test-subj="deleteModelCancel"]'
      // a delete that runs can't be closed by accident
      onClose={() => dismissAction(view)?.()}
    >
      <EuiModalHeader>
        <div style={WHOLE_WIDTH}>
          <EuiModalHeaderTitle>
            <h2 id={titleId}>
              <Clamped>{titleText(model)}</Clamped>
            </h2>
          </EuiModalHeaderTitle>
          <ModelLine model={model} />
          <EuiSpacer size="s" />
          <Headline view={view} focusRef={headlineRef} />
          {view.kind === 'confirming' && (
            <>
              <GroupSentence group={view.review.model_group} />
              <ConnectorSentence review={view.review} />
            </>
          )}
        </div>
      </EuiModalHeader>
      <EuiModalBody>
        {isOutOfService && <DeployAgain modelId={listed.id} />}
        <DialogBody view={view} />
        {'close' in view && <AutoDeployNotice autoDeploy={autoDeploy} />}
        {'review' in view && 'close' in view && <RecoveryFile model={view.review.model} />}
      </EuiModalBody>
      <EuiModalFooter>
        <DialogActions view={view} cancelRef={cancelRef} />
      </EuiModalFooter>
    </EuiModal>
  );
}

/** The header has what is decided, and never scrolls: it may not be squeezed by a long name. */
const WHOLE_WIDTH = { width: '100%', minWidth: 0 };

function titleText({ name }: Model): string {
  return i18n.translate('mlModels.delete.title', {
    defaultMessage: 'Delete “{name}”?',
    values: { name },
  });
}

/** What is under the headline in each state. */
function DialogBody({ view }: { view: DialogView }) {
  switch (view.kind) {
    case 'reviewing':
      return <ReviewingState progress={view.progress} />;
    case 'turning_off':
    case 'deleting':
    case 'deleting_connector':
    case 'cleaning_up':
      return <WorkingState />;
    case 'could_not_check':
      return <ErrorState error={view.error} meaning={reviewErrorMeaning(view.error)} />;
    case 'refused':
      return <RefusedState view={view} />;
    case 'confirming':
      return <ConfirmingState view={view} />;
    case 'undeploying':
      return <UndeployingState view={view} />;
    case 'undeploy_failed':
      return <ErrorState error={view.error} meaning={undeployFailedMeaning(view.error)} />;
    case 'stays_deployed':
      return <StaysDeployedState view={view} />;
    case 'half_deleted':
      return <ErrorState error={view.error} meaning={errorMeaning(view.error)} />;
    case 'failed':
      return (
        <>
          <ErrorState error={view.error} meaning={errorMeaning(view.error)} />
          {view.undeployed && <UndeployedSentence />}
        </>
      );
    case 'done':
      return null;
  }
}

/** Which model it is: id, group and version. */
function ModelLine({ model }: { model: Model }) {
  const id = <EuiCode className="eui-textBreakWord">{model.id}</EuiCode>;
  return (
    <EuiText size="s" color="subdued">
      <p>
        {model.model_group ? (
          <FormattedMessage
            id="mlModels.delete.modelInGroup"
            defaultMessage="{id} · group {group} · version {version}"
            values={{ id, group: model.model_group.name, version: model.version }}
          />
        ) : (
          <FormattedMessage
            id="mlModels.delete.modelWithoutGroup"
            defaultMessage="{id} · no group · version {version}"
            values={{ id, version: model.version }}
          />
        )}
      </p>
    </EuiText>
  );
}

/**
 * Keeps the focus in the dialog over its states: on Cancel, which does no harm, and on the
 * headline while no button can be pressed.
 */
function useDialogFocus(kind: DialogView['kind'], canCancel: boolean) {
  const cancelRef = useRef<HTMLButtonElement>(null);
  const headlineRef = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const target = canCancel ? cancelRef.current : headlineRef.current;
    target?.focus();
  }, [kind, canCancel]);
  return { cancelRef, headlineRef };
}
