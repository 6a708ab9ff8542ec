import React, { useState } from 'react';
import type { ReactNode } from 'react';
import {
  EuiButtonEmpty,
  EuiLoadingContent,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { ErrorCallout } from '../components/error_callout';
import { onDemand } from '../components/on_demand';
import type { Placeholders } from '../components/on_demand';
import { useIsSlow } from '../components/use_is_slow';
import { cancelLabel, deleteLabel } from '../labels/action_labels';
import type { BulkDialogProps } from './bulk/bulk_dialog';
import type { DeleteDialogProps } from './delete_dialog';

const placeholders: Placeholders<{ onClose(): void }> = {
  loading: (props) => <Loading {...props} />,
  failed: ({ onClose }, { error, retry }) => (
    <Frame onClose={onClose}>
      <ErrorCallout
        role="alert"
        title={i18n.translate('mlModels.delete.loadFailed', {
          defaultMessage: 'Couldn’t load the dialog. Nothing was deleted.',
        })}
        error={error}
        onRetry={retry}
      />
    </Frame>
  ),
};

/** Asks whether a model is to be deleted; its code is loaded by itself. */
export const DeleteDialog = onDemand<DeleteDialogProps>(
  async () => (await import('./delete_dialog')).DeleteDialog,
  placeholders
);

/** Asks whether many models are to be deleted; its code is loaded by itself. */
export const BulkDialog = onDemand<BulkDialogProps>(
  async () => (await import('./bulk/bulk_dialog')).BulkDialog,
  placeholders
);

/** Loads the code of both dialogs, so that they open at once. */
export function preloadDialogs(): void {
  DeleteDialog.preload();
  BulkDialog.preload();
}

function Loading({ onClose }: { onClose(): void }) {
  const isSlow = useIsSlow(true);
  if (!isSlow) return null;
  return (
    <Frame onClose={onClose}>
      <EuiLoadingContent lines={3} data-test-subj="dialogLoading" />
    </Frame>
  );
}

/** In place of a dialog whose code is not there. */
function Frame({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const [titleId] = useState(htmlIdGenerator('dialog'));
  return (
    <EuiModal role="dialog" aria-modal aria-labelledby={titleId} onClose={onClose}>
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 id={titleId}>{deleteLabel()}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>{children}</EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={onClose}>{cancelLabel()}</EuiButtonEmpty>
      </EuiModalFooter>
    </EuiModal>
  );
}
