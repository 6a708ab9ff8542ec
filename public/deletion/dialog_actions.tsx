import React, { useState } from 'react';
import type { ReactElement, Ref } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { connectorToDelete } from '../../common/deletion/connector';
import { needsUndeploy, openConditions, toAccept } from '../../common/deletion/consent';
import { cancelLabel, checkAgainLabel, closeLabel, deleteLabel } from '../labels/action_labels';
import { ActionsRow } from './actions_row';
import { ConnectorChoice } from './connector_choice';
import { NameField, UndeployChoice } from './consent_fields';
import type { ConfirmingView, DialogView } from './dialog_view';

interface Props {
  view: DialogView;
  cancelRef: Ref<HTMLButtonElement>;
}

/**
 * The footer: what must be agreed to, right above the actions that are legal in a state, with the
 * reason where the delete is disabled. Cancel is the same button in all states.
 */
export function DialogActions({ view, cancelRef }: Props) {
  const [reasonId] = useState(htmlIdGenerator('deleteModelDisabled'));
  const leave = dismissAction(view);
  const reason = view.kind === 'confirming' ? disabledReason(view) : null;
  return (
    <EuiFlexGroup direction="column" gutterSize="s" responsive={false}>
      {view.kind === 'confirming' && <ConsentFields view={view} />}
      <EuiFlexItem grow={false}>
        <ActionsRow reason={reason} reasonId={reasonId}>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              data-test-subj="deleteModelCancel"
              buttonRef={cancelRef}
              isDisabled={!leave}
              onClick={() => leave?.()}
            >
              {'confirm' in view || !('checkAgain' in view || 'repeat' in view)
                ? cancelLabel()
                : closeLabel()}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <Action view={view} reasonId={reason === null ? undefined : reasonId} />
        </ActionsRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

/** How the admin agrees to what a delete does: each condition by itself. */
function ConsentFields({ view }: { view: ConfirmingView }) {
  const { review, form } = view;
  const connector = connectorToDelete(review);
  return (
    <>
      {needsUndeploy(review) && (
        <EuiFlexItem grow={false}>
          <UndeployChoice
            model={review.model}
            isChosen={form.undeploy}
            onChoose={view.chooseUndeploy}
          />
        </EuiFlexItem>
      )}
      {connector && (
        <EuiFlexItem grow={false}>
          <ConnectorChoice
            names={[connector.name]}
            isChosen={view.withConnector}
            onChoose={view.chooseConnector}
          />
        </EuiFlexItem>
      )}
      {toAccept(review).length > 0 && (
        <EuiFlexItem grow={false}>
          <NameField model={review.model} typed={form.typedName} onType={view.typeName} />
        </EuiFlexItem>
      )}
    </>
  );
}

/** Why the delete is disabled; null where it isn't. */
function disabledReason({ review, form }: ConfirmingView): string | null {
  const open = openConditions(review, form);
  const mustUndeploy = open.includes('undeploy_first');
  const mustName = open.some((condition) => condition !== 'undeploy_first');
  if (mustUndeploy && mustName) {
    return i18n.translate('mlModels.delete.disabledBoth', {
      defaultMessage: 'Select the undeploy and type the name to continue.',
    });
  }
  if (mustUndeploy) {
    return i18n.translate('mlModels.delete.disabledUndeploy', {
      defaultMessage: 'Select the undeploy to continue.',
    });
  }
  return mustName
    ? i18n.translate('mlModels.delete.disabledName', {
        defaultMessage: 'Type the name to continue.',
      })
    : null;
}

/** What Cancel, Escape and the cross do: close the dialog, or stop what runs; null if neither can be. */
export function dismissAction(view: DialogView): (() => void) | null {
  if ('close' in view) return view.close;
  return 'stop' in view ? view.stop : null;
}

interface ActionProps {
  view: DialogView;
  /** Of the text that says why the delete is disabled. */
  reasonId: string | undefined;
}

function Action({ view, reasonId }: ActionProps) {
  switch (view.kind) {
    case 'could_not_check':
    case 'refused':
    case 'undeploy_failed':
    case 'failed':
      return <CheckAgain view={view} />;
    case 'stays_deployed':
      return (
        <>
          <CheckAgain view={view} />
          {view.turnOffAndDelete && (
            <Item>
              <EuiButton
                fill
                color="danger"
                data-test-subj="deleteModelTurnOffAutoDeploy"
                onClick={view.turnOffAndDelete}
              >
                <FormattedMessage
                  id="mlModels.delete.turnOffAndDelete"
                  defaultMessage="Turn off auto-deploy and delete"
                />
              </EuiButton>
            </Item>
          )}
        </>
      );
    case 'confirming':
      return (
        <Item>
          <EuiButton
            fill
            color="danger"
            data-test-subj="deleteModelConfirm"
            isDisabled={!view.confirm}
            aria-describedby={reasonId}
            onClick={() => view.confirm?.()}
          >
            {confirmLabel(view)}
          </EuiButton>
        </Item>
      );
    case 'half_deleted':
      return (
        <Item>
          <EuiButton data-test-subj="deleteModelRepeat" onClick={view.repeat}>
            <FormattedMessage id="mlModels.delete.repeat" defaultMessage="Finish cleanup" />
          </EuiButton>
        </Item>
      );
    case 'reviewing':
    case 'undeploying':
    case 'turning_off':
    case 'deleting':
    case 'deleting_connector':
    case 'cleaning_up':
    case 'done':
      return null;
  }
}

function CheckAgain({ view }: { view: { checkAgain(): void } }) {
  return (
    <Item>
      <EuiButton data-test-subj="deleteModelCheckAgain" onClick={view.checkAgain}>
        {checkAgainLabel()}
      </EuiButton>
    </Item>
  );
}

function Item({ children }: { children: ReactElement }) {
  return <EuiFlexItem grow={false}>{children}</EuiFlexItem>;
}

function confirmLabel({ review }: ConfirmingView): string {
  if (needsUndeploy(review)) {
    return i18n.translate('mlModels.delete.undeployAndDelete', {
      defaultMessage: 'Undeploy and delete',
    });
  }
  return toAccept(review).length > 0
    ? i18n.translate('mlModels.delete.deleteAnyway', { defaultMessage: 'Delete anyway' })
    : deleteLabel();
}
