import React from 'react';
import type { Ref } from 'react';
import { EuiButton, EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { BulkView } from '../state';

interface Props {
  view: BulkView;
  cancelRef: Ref<HTMLButtonElement>;
}

/** The actions that are legal in a state; the first does no harm, and has the focus. */
export function BulkActions({ view, cancelRef }: Props) {
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
  return (
    <>
      <EuiButtonEmpty
        data-test-subj="deleteModelsCancel"
        buttonRef={cancelRef}
        onClick={view.close}
      >
        {view.kind === 'reviewing' || view.kind === 'asking'
          ? i18n.translate('mlModels.deleteMany.cancel', { defaultMessage: 'Cancel' })
          : i18n.translate('mlModels.deleteMany.close', { defaultMessage: 'Close' })}
      </EuiButtonEmpty>
      <Action view={view} />
    </>
  );
}

function Action({ view }: { view: Exclude<BulkView, { kind: 'running' }> }) {
  switch (view.kind) {
    case 'reviewing':
      return null;
    case 'could_not_check':
      return <CheckAgain onClick={view.checkAgain} />;
    case 'asking':
      return (
        <>
          <CheckAgain onClick={view.checkAgain} />
          <EuiButton
            fill
            color="danger"
            data-test-subj="deleteModelsConfirm"
            isDisabled={!view.confirm}
            onClick={() => view.confirm?.()}
          >
            {i18n.translate('mlModels.deleteMany.confirm', {
              defaultMessage: 'Delete {count, plural, one {# model} other {# models}}',
              values: { count: view.going.length },
            })}
          </EuiButton>
        </>
      );
    case 'finished':
      return view.reviewRest ? (
        <EuiButton data-test-subj="deleteModelsRest" onClick={view.reviewRest}>
          {i18n.translate('mlModels.deleteMany.rest', {
            defaultMessage: 'Review those still there',
          })}
        </EuiButton>
      ) : null;
  }
}

function CheckAgain({ onClick }: { onClick(): void }) {
  return (
    <EuiButton data-test-subj="deleteModelsCheckAgain" onClick={onClick}>
      {i18n.translate('mlModels.deleteMany.checkAgain', { defaultMessage: 'Check again' })}
    </EuiButton>
  );
}
