import React from 'react';
import { EuiButton, EuiCallOut, EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ModelNode } from '../../common/models/model';
import { errorMeaning } from '../api/errors';
import type { ApiError } from '../api/errors';
import { ErrorDetailsText } from '../components/error_callout';
import { formatList } from '../components/format_list';
import { nodeLabel, stateLabel } from '../labels/model_labels';
import type { StaysDeployedView, UndeployingView } from './dialog_view';
import { ErrorState } from './notice_callout';
import { GIVE_UP_AFTER_MS, MAX_ATTEMPTS } from './undeploy_state';
import type { AutoDeployView } from './use_delete_dialog';

/** How far the undeploy has come: which attempt it is, what was read last, and where it ends. */
export function UndeployingState({ view }: { view: UndeployingView }) {
  const { attempt, waitedMs, last } = view;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiProgress size="xs" color="primary" />
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="deleteModelUndeploying">
        {/* not the seconds, which would be read out all the time */}
        <div role="status">
          {attempt > 1 && (
            <p>
              {i18n.translate('mlModels.undeploy.attempt', {
                defaultMessage:
                  'The model was deployed again before it could be deleted. Attempt {attempt} of {max}.',
                values: { attempt, max: MAX_ATTEMPTS },
              })}
            </p>
          )}
          {last && (
            <p>
              {i18n.translate('mlModels.undeploy.stateNow', {
                defaultMessage: 'State: {state}.',
                values: { state: stateLabel(last.state) },
              })}
            </p>
          )}
          {last && <ModelNodes nodes={last.nodes} />}
        </div>
        {last && (
          <p>
            {i18n.translate('mlModels.undeploy.waited', {
              defaultMessage: '{waited} of {max} s',
              values: { waited: Math.round(waitedMs / 1000), max: GIVE_UP_AFTER_MS / 1000 },
            })}
          </p>
        )}
      </EuiText>
    </>
  );
}

/** Why it can't be got undeployed for long enough, and what turning off its auto-deploy means. */
export function StaysDeployedState({ view }: { view: StaysDeployedView }) {
  const { cause, last, turnOffAndDelete, error } = view;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="deleteModelStaysDeployed">
        <p>{cause === 'redeployed' ? redeployedText() : heldText()}</p>
        {cause === 'held' && <ModelNodes nodes={last?.nodes ?? null} />}
        <p>{turnOffAndDelete ? turnOffText() : offAlreadyText()}</p>
      </EuiText>
      {error && <ErrorState error={error} meaning={errorMeaning(error)} />}
    </>
  );
}

function redeployedText(): string {
  return i18n.translate('mlModels.undeploy.redeployed', {
    defaultMessage:
      'The model was deployed again after each undeploy, before it could be deleted. It is probably in use: a request deploys it, and the sender can’t be found from here. A node that is back after it hung can deploy it too. Check again later.',
  });
}

function heldText(): string {
  return i18n.translate('mlModels.undeploy.held', {
    defaultMessage:
      'Some nodes didn’t unload the model, or requests deployed it again. The cluster drops a node that hangs after a while. Check again later.',
  });
}

function turnOffText(): string {
  return i18n.translate('mlModels.undeploy.turnOff', {
    defaultMessage:
      'With auto-deploy off, requests no longer deploy the model. They fail, and the model can be deleted.',
  });
}

function offAlreadyText(): string {
  return i18n.translate('mlModels.undeploy.offAlready', {
    defaultMessage:
      'Auto-deploy is off, so something else deploys this model. Stop it, then check again.',
  });
}

/** As many as can be taken in at a glance. */
const NAMED = 10;

/** The nodes that hold the model still, by name; what is not known is never shown as none. */
function ModelNodes({ nodes }: { nodes: ModelNode[] | null }) {
  return (
    <p className="eui-textBreakWord" data-test-subj="deleteModelNodes">
      {nodesText(nodes)}
    </p>
  );
}

function nodesText(nodes: ModelNode[] | null): string {
  if (nodes === null) {
    return i18n.translate('mlModels.undeploy.nodesUnknown', {
      defaultMessage: 'Couldn’t get the model’s nodes.',
    });
  }
  if (nodes.length === 0) {
    return i18n.translate('mlModels.undeploy.noNodes', {
      defaultMessage: 'Unloaded from all nodes. Waiting for ML Commons to update the state.',
    });
  }
  const names = formatList(nodes.slice(0, NAMED).map(nodeLabel));
  return i18n.translate('mlModels.undeploy.nodes', {
    defaultMessage:
      'Still on: {names}{more, plural, =0 {} one { and # more node} other { and # more nodes}}.',
    values: { names, more: Math.max(0, nodes.length - NAMED) },
  });
}

/** Beside a delete that failed: what its undeploy has left. */
export function UndeployedSentence() {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="mlModels.undeploy.undeployedAlready"
            defaultMessage="The model was undeployed for the delete."
          />
        </p>
      </EuiText>
    </>
  );
}

/** What it means that the undeploy itself failed: no delete was sent. */
export function undeployFailedMeaning(error: ApiError): string {
  return error.reason === 'forbidden'
    ? errorMeaning(error)
    : i18n.translate('mlModels.undeploy.failedMeaning', {
        defaultMessage:
          'The model wasn’t deleted. Some nodes may have unloaded it. Check again to see its current state.',
      });
}

/**
 * That this dialog turned auto-deploy off, and the model is there all the same: with the way back.
 */
export function AutoDeployNotice({ autoDeploy }: { autoDeploy: AutoDeployView }) {
  switch (autoDeploy.kind) {
    case 'untouched':
      return null;
    case 'on_again':
      return (
        <>
          <EuiSpacer size="m" />
          <EuiCallOut
            size="s"
            color="success"
            iconType="check"
            role="status"
            data-test-subj="autoDeployOnAgain"
            title={i18n.translate('mlModels.autoDeploy.onAgain', {
              defaultMessage: 'Auto-deploy of this model is on.',
            })}
          />
        </>
      );
    case 'off':
    case 'turning_on':
      return <Off autoDeploy={autoDeploy} />;
  }
}

function Off({ autoDeploy }: { autoDeploy: AutoDeployView }) {
  const error = autoDeploy.kind === 'off' ? autoDeploy.error : null;
  const isSure = autoDeploy.kind !== 'off' || autoDeploy.sure;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        role="alert"
        data-test-subj="autoDeployOff"
        title={isSure ? offText() : notSureText()}
      >
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.autoDeploy.offMeaning', {
              defaultMessage:
                'It was turned off for the delete. Until you turn it on again, requests to the model fail unless it is deployed.',
            })}
          </p>
          {error && <ErrorDetailsText error={error} />}
        </EuiText>
        <EuiSpacer size="s" />
        <EuiButton
          size="s"
          color="warning"
          data-test-subj="autoDeployTurnOn"
          isLoading={autoDeploy.kind === 'turning_on'}
          onClick={autoDeploy.turnOn}
        >
          {i18n.translate('mlModels.autoDeploy.turnOn', {
            defaultMessage: 'Turn on auto-deploy',
          })}
        </EuiButton>
      </EuiCallOut>
    </>
  );
}

function offText(): string {
  return i18n.translate('mlModels.autoDeploy.off', {
    defaultMessage: 'Auto-deploy of this model is off.',
  });
}

function notSureText(): string {
  return i18n.translate('mlModels.autoDeploy.notSure', {
    defaultMessage: 'Couldn’t confirm whether auto-deploy is off.',
  });
}

/** While a request runs. */
export function WorkingState() {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiProgress size="xs" color="primary" />
    </>
  );
}
