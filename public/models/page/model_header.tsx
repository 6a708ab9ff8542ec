import React, { useState } from 'react';
import type { MouseEvent } from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiHealth } from '@elastic/eui';
import { useHistory } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { UNDEPLOY_FIRST_STATES } from '../../../common/models/model_state';
import { AppLink, isPlainClick, useHref } from '../../components/app_link';
import { PageHeader } from '../../components/page_header';
import { Permitted } from '../../components/permission_gate';
import { EffectsHelp } from '../../dependents/effects_help';
import { deleteLabel, undeployLabel } from '../../labels/action_labels';
import { functionLabel, stateLook } from '../../labels/model_labels';
import { replaceLabel } from '../../labels/replacement_labels';
import { usePermission } from '../../queries';
import { useAddresses } from '../../services/addresses';
import { useServices } from '../../services/services';
import { ModelId, WithVersion } from '../list/columns';
import { DEFAULT_LIST_STATE, writeListState } from '../list/list_state';
import { UndeployModal } from './undeploy_modal';

interface ModelHeaderProps {
  model: Model;
  onChanged(): void;
  /** Null where ML Commons can do nothing with it. */
  onDelete: (() => void) | null;
}

/** Which model it is, what state it is in, and what can be done with it. */
export function ModelHeader({ model, onChanged, onDelete }: ModelHeaderProps) {
  const { label, color } = stateLook(model.state);
  return (
    <PageHeader
      title={model.name}
      badge={<EuiHealth color={color}>{label}</EuiHealth>}
      facts={[
        <span>{functionLabel(model.function_name)}</span>,
        <GroupLink model={model} />,
        <ModelId model={model} />,
      ]}
      help={<EffectsHelp />}
      actions={<ModelActions model={model} onChanged={onChanged} onDelete={onDelete} />}
    />
  );
}

interface ModelActionsProps {
  model: Model;
  /** The model was undeployed. */
  onChanged(): void;
  /** Null where ML Commons can do nothing with it. */
  onDelete: (() => void) | null;
}

/** Undeploy, where it is deployed, and Delete; nothing where ML Commons can't read it. */
function ModelActions({ model, onChanged, onDelete }: ModelActionsProps) {
  const { toasts } = useServices().core.notifications;
  const [isAsking, setAsking] = useState(false);
  // the page comes first: who may do what is asked once it is there
  usePermission('delete_model', { ask: true });
  if (!onDelete) return null;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem grow={false}>
        <ReplaceButton model={model} />
      </EuiFlexItem>
      {UNDEPLOY_FIRST_STATES.has(model.state) && (
        <EuiFlexItem grow={false}>
          <Permitted action="undeploy_model" label={undeployLabel()}>
            {(isForbidden) => (
              <EuiButton
                size="s"
                isDisabled={isForbidden}
                onClick={() => setAsking(true)}
                data-test-subj="undeployModel"
              >
                {undeployLabel()}
              </EuiButton>
            )}
          </Permitted>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <Permitted action="delete_model" label={deleteLabel()}>
          {(isForbidden) => (
            <EuiButton
              size="s"
              color="danger"
              iconType="trash"
              isDisabled={isForbidden}
              onClick={onDelete}
              data-test-subj={`deleteModel-${model.id}`}
            >
              {deleteLabel()}
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

/** Leads to the replacement of the model in what uses it. */
function ReplaceButton({ model }: { model: Model }) {
  const address = useAddresses().replacePage(model.id);
  const href = useHref(address);
  const history = useHistory();
  return (
    <EuiButton
      size="s"
      color="text"
      href={href}
      onClick={(event: MouseEvent) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        history.push(address);
      }}
      data-test-subj="replaceModel"
    >
      {replaceLabel()}
    </EuiButton>
  );
}

/** The group, which leads to the list of its models, and the version in it. */
export function GroupLink({ model: { model_group: group, version } }: { model: Model }) {
  const { list } = useAddresses();
  const versionText = i18n.translate('mlModels.modelPage.version', {
    defaultMessage: 'version {version}',
    values: { version },
  });
  if (!group) return <span>{version && versionText}</span>;
  const ofGroup = { ...DEFAULT_LIST_STATE, model_group_id: [group.id] };
  return (
    <WithVersion group={group.name} version={versionText}>
      {(name) => (
        <AppLink to={{ ...list, search: writeListState(ofGroup, list.search) }}>{name}</AppLink>
      )}
    </WithVersion>
  );
}
