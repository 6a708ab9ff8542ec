import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { ApiError } from '../../api';
import { errorMeaning } from '../error_meaning';

/** Beside a delete that failed: what its undeploy has left behind. */
export function UndeployedSentence() {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="mlModels.undeploy.undeployedAlready"
            defaultMessage="It was undeployed for the delete before that."
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
          'The model was not deleted. Nodes may have let go of it all the same: check again to see it as it is now.',
      });
}
