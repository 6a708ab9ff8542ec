import React from 'react';
import { EuiButtonIcon, EuiCopy, EuiFlexGroup, EuiFlexItem, EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ModelSummary } from '../../common/models';
import { AppLink } from '../components';
import { Permitted } from '../deletion';
import { useAddresses } from '../services';

interface Props {
  model: ModelSummary;
}

/** The name leads to the model's page. */
export function ModelName({ model }: Props) {
  const { modelPage } = useAddresses();
  return (
    <AppLink
      to={modelPage(model.id)}
      className="eui-textBreakWord"
      data-test-subj={`modelName-${model.id}`}
    >
      {model.name}
    </AppLink>
  );
}

/**
 * The id, which people paste into pipelines, with a button that copies it. `isTight`: the button
 * only.
 */
export function ModelId({ model, isTight = false }: Props & { isTight?: boolean }) {
  const copy = i18n.translate('mlModels.cell.copyId', {
    defaultMessage: 'Copy the ID of {name}',
    values: { name: model.name },
  });
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      {!isTight && (
        <EuiFlexItem grow={false} className="eui-textBreakAll">
          <span>{model.id}</span>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiCopy textToCopy={model.id}>
          {(onClick) => (
            <EuiButtonIcon iconType="copy" color="text" aria-label={copy} onClick={onClick} />
          )}
        </EuiCopy>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

/** The group, which filters the list by itself, and the version in it. */
export function GroupAndVersion({ model, onGroup }: Props & { onGroup(groupId: string): void }) {
  const group = model.model_group;
  if (!group) return <span>{model.version}</span>;
  return (
    <span className="eui-textBreakWord">
      <EuiLink
        onClick={() => onGroup(group.id)}
        aria-label={i18n.translate('mlModels.cell.filterByGroup', {
          defaultMessage: '{name}: show only this group',
          values: { name: group.name },
        })}
      >
        {group.name}
      </EuiLink>{' '}
      · {model.version}
    </span>
  );
}

/** Deletes the model, or says why this user can't. */
export function DeleteModelButton({
  model,
  onDelete,
}: Props & { onDelete(model: ModelSummary): void }) {
  const label = i18n.translate('mlModels.cell.delete', {
    defaultMessage: 'Delete {name}',
    values: { name: model.name },
  });
  return (
    <Permitted action="delete_model" label={label}>
      {(isForbidden) => (
        <EuiButtonIcon
          iconType="trash"
          color="danger"
          data-test-subj={`deleteModel-${model.id}`}
          aria-label={label}
          isDisabled={isForbidden}
          onClick={() => onDelete(model)}
        />
      )}
    </Permitted>
  );
}
