import React, { useState } from 'react';
import {
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSpacer,
  htmlIdGenerator,
} from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import type { Model } from '../../../common/models';
import { DeployAgain } from '../deploy_again';
import { RecoveryFile } from '../recovery';
import type { Outcome } from '../state';
import { useDeleteDialog } from '../use_delete_dialog';
import { AutoDeployNotice } from './auto_deploy_notice';
import { DialogActions, wayOut } from './dialog_actions';
import { DialogBody } from './dialog_body';
import { Headline } from './headline';
import { ModelLine } from './model_line';
import { useDialogFocus } from './use_dialog_focus';

interface Props {
  model: Model;
  onClose(): void;
  /** The model is gone. */
  onDone(outcome: Outcome): void;
}

/** Asks whether a model is to be deleted, on a review of all that uses it. */
export function DeleteDialog({ model: listed, onClose, onDone }: Props) {
  const [titleId] = useState(htmlIdGenerator('deleteModel'));
  const { view, autoDeploy, isOutOfService } = useDeleteDialog(listed.id, { onClose, onDone });
  // the list may be older than the review
  const model = 'review' in view ? view.review.model : listed;
  const { cancelRef, headlineRef } = useDialogFocus(view.kind, wayOut(view) !== null);
  return (
    <EuiModal
      data-test-subj="deleteModelModal"
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      initialFocus='[data-test-subj="deleteModelCancel"]'
      // a delete that runs can't be closed by accident
      onClose={() => wayOut(view)?.()}
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 id={titleId} className="eui-textBreakWord">
            <FormattedMessage
              id="mlModels.delete.title"
              defaultMessage="Delete “{name}”?"
              values={{ name: model.name }}
            />
          </h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <ModelLine model={model} />
        <EuiSpacer size="m" />
        <Headline view={view} focusRef={headlineRef} />
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
