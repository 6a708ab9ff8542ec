import React, { useState } from 'react';
import { EuiCheckbox, EuiSpacer, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Permitted } from '../permitted';

interface Props {
  isChosen: boolean;
  onChoose(undeploy: boolean): void;
}

/** Undeploying takes the model out of service at once, so it is agreed to on its own. */
export function UndeployChoice({ isChosen, onChoose }: Props) {
  const [id] = useState(htmlIdGenerator('undeploy'));
  const label = i18n.translate('mlModels.delete.undeployChoice', {
    defaultMessage: 'Undeploy it, then delete',
  });
  return (
    <>
      <EuiSpacer size="m" />
      <Permitted action="undeploy_model" label={label}>
        {(isForbidden) => (
          <EuiCheckbox
            id={id}
            data-test-subj="deleteModelUndeploy"
            label={label}
            checked={isChosen}
            disabled={isForbidden}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
      </Permitted>
    </>
  );
}
