import React, { useCallback, useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexItem,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { reviewErrorMeaning } from '../../api/errors';
import { useLeaveWarning } from '../../components/use_leave_warning';
import {
  cancelLabel,
  checkAgainLabel,
  closeLabel,
  deletionResultsLabel,
} from '../../labels/action_labels';
import { ActionsRow } from '../actions_row';
import { ErrorState } from '../notice_callout';
import { ReviewingState } from '../reviewing_state';
import type { BulkConfirmingView, BulkView } from './bulk_state';
import { ConfirmRun } from './confirm_run';
import { countEnded } from './run';
import type { RunState } from './run';
import { FinishedState, RunningState } from './run_progress';
import { useBulkDialog } from './use_bulk_dialog';

export interface BulkDialogProps {
  /** The selection, as it was when the dialog was opened. */
  models: readonly Model[];
  onClose(): void;
  /** A run has ended, with the ids of the models that are gone. */
  onEnded(goneIds: string[]): void;
}

/** Asks whether many models are to be deleted, deletes them, and says what became of each. */
export function BulkDialog({ models, onClose, onEnded }: BulkDialogProps) {
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
          <h2 id={titleId}>{titleText(view, models.length)}</h2>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiText>
          <p role="status" aria-live="polite" className="eui-textBreakWord">
            <strong>{headlineText(view)}</strong>
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

interface BulkBodyProps {
  view: BulkView;
  nameOf(modelId: string): string;
}

/** What is under the headline in each state. */
function BulkBody({ view, nameOf }: BulkBodyProps) {
  switch (view.kind) {
    case 'reviewing':
      return <ReviewingState progress={view.progress} />;
    case 'could_not_check':
      return <ErrorState error={view.error} meaning={reviewErrorMeaning(view.error)} />;
    case 'confirming':
      return <ConfirmRun view={view} nameOf={nameOf} />;
    case 'running':
      return <RunningState run={view.run} nameOf={nameOf} />;
    case 'finished':
      return <FinishedState view={view} nameOf={nameOf} />;
  }
}

interface BulkActionsProps {
  view: BulkView;
  cancelRef: Ref<HTMLButtonElement>;
}

/** The actions that are legal in a state; the first does no harm, and has the focus. */
function BulkActions({ view, cancelRef }: BulkActionsProps) {
  const [reasonId] = useState(htmlIdGenerator('deleteModelsDisabled'));
  if (view.kind === 'running') {
    const { stop } = view;
    return (
      <EuiButton
        data-test-subj="deleteModelsStop"
        buttonRef={cancelRef}
        // a button that is disabled loses the focus
        aria-disabled={!stop}
        onClick={() => stop?.()}
      >
        {i18n.translate('mlModels.deleteMany.stop', { defaultMessage: 'Stop' })}
      </EuiButton>
    );
  }
  const reason = view.kind === 'confirming' && !view.confirm ? disabledReason(view) : null;
  return (
    <ActionsRow reason={reason} reasonId={reasonId}>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          data-test-subj="deleteModelsCancel"
          buttonRef={cancelRef}
          onClick={view.close}
        >
          {view.kind === 'reviewing' || view.kind === 'confirming' ? cancelLabel() : closeLabel()}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <Action view={view} reasonId={reason === null ? undefined : reasonId} />
    </ActionsRow>
  );
}

interface ActionProps {
  view: Exclude<BulkView, { kind: 'running' }>;
  /** Of the text that says why it is disabled. */
  reasonId: string | undefined;
}

function Action({ view, reasonId }: ActionProps) {
  switch (view.kind) {
    case 'reviewing':
      return null;
    case 'could_not_check':
      return <CheckAgain onClick={view.checkAgain} />;
    case 'confirming':
      return (
        <>
          <CheckAgain onClick={view.checkAgain} />
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              color="danger"
              data-test-subj="deleteModelsConfirm"
              isDisabled={!view.confirm}
              aria-describedby={reasonId}
              onClick={() => view.confirm?.()}
            >
              {i18n.translate('mlModels.deleteMany.confirm', {
                defaultMessage:
                  'Delete {count, plural, =0 {models} one {# model} other {# models}}',
                values: { count: view.plan.deletes.length },
              })}
            </EuiButton>
          </EuiFlexItem>
        </>
      );
    case 'finished':
      return view.reviewRest ? (
        <EuiFlexItem grow={false}>
          <EuiButton data-test-subj="deleteModelsRest" onClick={view.reviewRest}>
            {i18n.translate('mlModels.deleteMany.rest', {
              defaultMessage: 'Review remaining models',
            })}
          </EuiButton>
        </EuiFlexItem>
      ) : null;
  }
}

/** Why nothing can be deleted. */
function disabledReason({ sections }: BulkConfirmingView): string {
  return sections.conditional.length > 0
    ? i18n.translate('mlModels.deleteMany.confirmOne', {
        defaultMessage: 'Confirm at least one model to continue.',
      })
    : i18n.translate('mlModels.deleteMany.noneCanBe', {
        defaultMessage: 'None of these models can be deleted now.',
      });
}

function CheckAgain({ onClick }: { onClick(): void }) {
  return (
    <EuiFlexItem grow={false}>
      <EuiButton data-test-subj="deleteModelsCheckAgain" onClick={onClick}>
        {checkAgainLabel()}
      </EuiButton>
    </EuiFlexItem>
  );
}

/** What the dialog says first in each of its states. */
function headlineText(view: BulkView): string {
  switch (view.kind) {
    case 'reviewing':
      return i18n.translate('mlModels.deleteMany.reviewing', {
        defaultMessage: 'Checking what uses these models…',
      });
    case 'could_not_check':
      return i18n.translate('mlModels.deleteMany.couldNotCheck', {
        defaultMessage: 'Couldn’t check what uses these models.',
      });
    case 'confirming':
      return i18n.translate('mlModels.deleteMany.asking', {
        defaultMessage:
          '{going, plural, =0 {No model will be deleted} one {# of {all} models will be deleted} other {# of {all} models will be deleted}}',
        values: { going: view.plan.deletes.length, all: view.modelIds.length },
      });
    case 'running':
      return runningText(view.run);
    case 'finished':
      return finishedText(view.run, view.excluded.length);
  }
}

function runningText(run: RunState): string {
  const current = run.models.find(({ progress }) => progress.kind === 'deleting');
  const name = current?.planned.shown.model.name ?? '';
  return run.isStopped
    ? i18n.translate('mlModels.deleteMany.stopping', {
        defaultMessage: 'Stopping after “{name}”',
        values: { name },
      })
    : i18n.translate('mlModels.deleteMany.running', {
        defaultMessage: 'Deleting “{name}”: {number} of {all}',
        values: { name, number: countEnded(run) + 1, all: run.models.length },
      });
}

function finishedText({ models }: RunState, leftOut: number): string {
  const count = (...kinds: string[]) =>
    models.filter(({ progress }) => kinds.includes(progress.kind)).length;
  const gone = count('deleted', 'half_deleted', 'gone');
  const unknown = count('unknown');
  return i18n.translate('mlModels.deleteMany.finished', {
    defaultMessage:
      '{gone, plural, =0 {No model deleted} one {# model deleted} other {# models deleted}}{left, plural, =0 {} other {, # not deleted}}{unknown, plural, =0 {} other {, # not confirmed}}',
    values: { gone, unknown, left: models.length - gone - unknown + leftOut },
  });
}

/** The dialog's title: a question until the run begins. */
function titleText(view: BulkView, count: number): string {
  const values = { count };
  switch (view.kind) {
    case 'running':
      return i18n.translate('mlModels.deleteMany.titleRunning', {
        defaultMessage: 'Deleting {count, plural, one {# model} other {# models}}',
        // of the selection only these are deleted
        values: { count: view.run.models.length },
      });
    case 'finished':
      return deletionResultsLabel();
    default:
      return i18n.translate('mlModels.deleteMany.title', {
        defaultMessage: 'Delete {count, plural, one {# model} other {# models}}?',
        values,
      });
  }
}
