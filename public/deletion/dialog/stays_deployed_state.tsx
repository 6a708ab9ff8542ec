import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { errorMeaning } from '../error_meaning';
import type { StaysDeployedView } from '../state';
import { ErrorState } from './error_state';
import { HoldingNodes } from './holding_nodes';

/** Why it can't be got undeployed for long enough, and what turning off its auto-deploy means. */
export function StaysDeployedState({ view }: { view: StaysDeployedView }) {
  const { cause, last, turnOffAndDelete, error } = view;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="deleteModelStaysDeployed">
        <p>{cause === 'redeployed' ? redeployedWords() : heldWords()}</p>
        {cause === 'held' && <HoldingNodes nodes={last?.nodes ?? null} />}
        <p>{turnOffAndDelete ? turnOffWords() : offAlreadyWords()}</p>
      </EuiText>
      {error && <ErrorState error={error} meaning={errorMeaning(error)} />}
    </>
  );
}

function redeployedWords(): string {
  return i18n.translate('mlModels.undeploy.redeployed', {
    defaultMessage:
      'Each time that it was undeployed, it was deployed again before it could be deleted. So it is most likely in use: a call deploys it, and who calls can’t be seen from here. A node that hung and is back can bring it back too: then check again.',
  });
}

function heldWords(): string {
  return i18n.translate('mlModels.undeploy.held', {
    defaultMessage:
      'Nodes didn’t let go of it, or calls deployed it again at once. A node that hangs is dropped by the cluster after a while: then check again.',
  });
}

function turnOffWords(): string {
  return i18n.translate('mlModels.undeploy.turnOff', {
    defaultMessage:
      'With its auto-deploy turned off, calls no longer deploy it: they fail from then on, and it can be deleted.',
  });
}

function offAlreadyWords(): string {
  return i18n.translate('mlModels.undeploy.offAlready', {
    defaultMessage:
      'Its auto-deploy is off, so calls don’t deploy it: if it is deployed again, something does that on purpose. Find and stop that first.',
  });
}
