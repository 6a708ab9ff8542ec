import React from 'react';
import { EuiButton, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { SaidWords } from '../../components';
import type { AutoDeployView } from '../use_auto_deploy';

/** That this dialog turned auto-deploy off, and the model is there all the same: with the way back. */
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
              defaultMessage: 'Auto-deploy of this model is on again.',
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
        title={isSure ? offWords() : notSureWords()}
      >
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.autoDeploy.offMeaning', {
              defaultMessage:
                'While it is off, calls to this model fail unless it is deployed. It was turned off here, for the delete.',
            })}
          </p>
          {error && <SaidWords said={error} />}
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
            defaultMessage: 'Turn auto-deploy on again',
          })}
        </EuiButton>
      </EuiCallOut>
    </>
  );
}

function offWords(): string {
  return i18n.translate('mlModels.autoDeploy.off', {
    defaultMessage: 'Auto-deploy of this model is off now.',
  });
}

function notSureWords(): string {
  return i18n.translate('mlModels.autoDeploy.notSure', {
    defaultMessage: 'It is not known whether auto-deploy of this model is off now.',
  });
}
