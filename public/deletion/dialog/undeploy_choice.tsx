import React, { useState } from 'react';
import { EuiCheckbox, EuiSpacer, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { missingPermissionWords, NotPermitted } from '../../components';
import { usePermission } from '../use_permissions';

interface Props {
  isChosen: boolean;
  onChoose(undeploy: boolean): void;
}

/** Undeploying takes the model out of service at once, so it is agreed to on its own. */
export function UndeployChoice({ isChosen, onChoose }: Props) {
  const [id] = useState(htmlIdGenerator('undeploy'));
  const permission = usePermission('undeploy_model');
  const label = i18n.translate('mlModels.delete.undeployChoice', {
    defaultMessage: 'Undeploy it, then delete',
  });
  const choice = (
    <EuiCheckbox
      id={id}
      data-test-subj="deleteModelUndeploy"
      label={label}
      checked={isChosen}
      disabled={permission.allowed === false}
      onChange={(event) => onChoose(event.target.checked)}
    />
  );
  return (
    <>
      <EuiSpacer size="m" />
      {permission.allowed === false ? (
        <NotPermitted words={`${label}: ${missingPermissionWords(permission.missing)}`}>
          {choice}
        </NotPermitted>
      ) : (
        choice
      )}
    </>
  );
}
