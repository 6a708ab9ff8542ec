import React, { useCallback, useEffect, useRef, useState } from 'react';
import {
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import type { Model } from '../../../../common/models';
import { useBulkDialog } from '../use_bulk_dialog';
import { BulkActions } from './bulk_actions';
import { BulkBody } from './bulk_body';
import { headlineWords } from './headline_words';
import { titleWords } from './title_words';
import { useLeaveWarning } from './use_leave_warning';

interface Props {
  /** The selection, as it was when the dialog was opened. */
  models: readonly Model[];
  onClose(): void;
  /** A run has ended, with the ids of the models that are gone. */
  onEnded(goneIds: string[]): void;
}

/** Asks whether many models are to be deleted, deletes them, and says what became of each. */
export function DeleteManyDialog({ models, onClose, onEnded }: Props) {
  const [titleId] = useState(htmlIdGenerator('deleteModels'));
  const [modelIds] = useState(() => models.map(({ id }) => id));
  const view = useBulkDialog(modelIds, { onClose, onEnded });
  const [names] = useState(() => new Map(models.map(({ id, name }) => [id, name])));
  const nameOf = useCallback((id: string) => names.get(id)?.trim() || id, [names]);
  useLeaveWarning(view.kind === 'running');

  const cancelRef = useRef<HTMLButtonElement>(null);
  useEffect(() => cancelRef.current?.focus(), [view.kind]);

  return (
    <EuiModal
      data-test-subj="deleteModelsModal"
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      initialFocus='[data-test-subj="deleteModelsCancel"]'
      // a run can't be closed by accident: it is stopped, and then closed
      onClose={() => 'close' in view && view.close()}
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h2 id={titleId}>{titleWords(view, models.length)}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText>
          <p role="status" aria-live="polite" className="eui-textBreakWord">
            <strong>{headlineWords(view)}</strong>
          </p>
        </EuiText>
        <BulkBody view={view} nameOf={nameOf} />
      </EuiModalBody>
      <EuiModalFooter>
        <BulkActions view={view} cancelRef={cancelRef} />
      </EuiModalFooter>
    </EuiModal>
  );
}
