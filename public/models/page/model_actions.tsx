import React, { useState } from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { Permitted } from '../../deletion';
import { usePermission } from '../../deletion/use_permissions';
import { useServices } from '../../services';
import { UndeployModal } from './undeploy_modal';

interface Props {
  model: Model;
  /** The model was undeployed. */
  onChanged(): void;
  /** Null where ML Commons can do nothing with it. */
  onDelete: (() => void) | null;
}

/** Undeploy, where it is deployed, and Delete; nothing where ML Commons can't read it. */
export function ModelActions({ model, onChanged, onDelete }: Props) {
  const { toasts } = useServices().core.notifications;
  const [isAsking, setAsking] = useState(false);
  // the page comes first: who may do what is asked once it is there
  usePermission('delete_model', { ask: true });
  const undeploy = i18n.translate('mlModels.modelPage.undeploy', { defaultMessage: 'Undeploy' });
  const remove = i18n.translate('mlModels.modelPage.delete', { defaultMessage: 'Delete' });
  if (!onDelete) return null;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      {UNDEPLOY_FIRST_STATES.has(model.state) && (
        <EuiFlexItem grow={false}>
          <Permitted action="undeploy_model" label={undeploy}>
            {(isForbidden) => (
              <EuiButton
                size="s"
                isDisabled={isForbidden}
                onClick={() => setAsking(true)}
                data-test-subj="undeployModel"
              >
                {undeploy}
              </EuiButton>
            )}
          </Permitted>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <Permitted action="delete_model" label={remove}>
          {(isForbidden) => (
            <EuiButton
              size="s"
              color="danger"
              iconType="trash"
              isDisabled={isForbidden}
              onClick={onDelete}
              data-test-subj={`deleteModel-${model.id}`}
            >
              {remove}
            </EuiButton>
          )}
        </Permitted>
      </EuiFlexItem>
      {isAsking && (
        <UndeployModal
          model={model}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            toasts.addSuccess(
              i18n.translate('mlModels.undeploy.done', {
                defaultMessage: 'Undeployed “{name}”',
                values: { name: model.name },
              })
            );
            onChanged();
          }}
        />
      )}
    </EuiFlexGroup>
  );
}
