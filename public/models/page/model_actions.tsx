import React, { useState } from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { UndeployModal } from './undeploy_modal';

interface Props {
  model: Model;
  /** The model was undeployed. */
  onChanged(): void;
  onDelete(): void;
}

/** Undeploy, where it is deployed, and Delete. */
export function ModelActions({ model, onChanged, onDelete }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      {UNDEPLOY_FIRST_STATES.has(model.state) && (
        <EuiFlexItem grow={false}>
          <EuiButton size="s" onClick={() => setAsking(true)} data-test-subj="undeployModel">
            {i18n.translate('mlModels.modelPage.undeploy', { defaultMessage: 'Undeploy' })}
          </EuiButton>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          color="danger"
          iconType="trash"
          onClick={onDelete}
          data-test-subj={`deleteModel-${model.id}`}
        >
          {i18n.translate('mlModels.modelPage.delete', { defaultMessage: 'Delete' })}
        </EuiButton>
      </EuiFlexItem>
      {isAsking && (
        <UndeployModal
          model={model}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onChanged();
          }}
        />
      )}
    </EuiFlexGroup>
  );
}
