import React, { useState } from 'react';
import { EuiBasicTable, EuiButton, EuiHealth, EuiSpacer, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import type { Troubled, TroubledModel } from '../../../common/models/troubled';
import { ShowMore, STEP } from '../../components/capped_list';
import { ReadPart } from '../../components/error_callout';
import { missingPermissionText } from '../../components/permission_gate';
import { timeAgo } from '../../components/time_ago';
import { nameLabel, stateLook } from '../../labels/model_labels';
import { usePermission, useTroubled } from '../../queries';
import { ModelName } from '../list/columns';
import { columnLabel } from '../list/list_view';

interface Props {
  onDelete(models: readonly Model[]): void;
}

/** The models that don't work and won't by themselves: what helps, and their delete. */
export function TroubledModels({ onDelete }: Props) {
  const query = useTroubled();
  return (
    <ReadPart
      query={query}
      failedText={i18n.translate('mlModels.troubled.failed', {
        defaultMessage: 'Couldn’t read the models with a problem.',
      })}
      data-test-subj="troubledModels"
    >
      {(answer) =>
        answer.models.length === 0 ? (
          <EuiText size="s">
            <p>
              {i18n.translate('mlModels.troubled.none', {
                defaultMessage: 'No models with a problem.',
              })}
            </p>
          </EuiText>
        ) : (
          <TroubledTable answer={answer} isLoading={query.isFetching} onDelete={onDelete} />
        )
      }
    </ReadPart>
  );
}

interface TroubledTableProps extends Props {
  answer: Troubled;
  isLoading: boolean;
}

function TroubledTable({ answer: { models, more }, isLoading, onDelete }: TroubledTableProps) {
  const [shown, setShown] = useState(STEP);
  const [selected, setSelected] = useState<readonly TroubledModel[]>([]);
  const permission = usePermission('delete_model', { ask: true });
  const missing = permission.allowed === false ? permission.missing : null;
  return (
    <>
      <EuiButton
        size="s"
        color="danger"
        iconType="trash"
        isDisabled={selected.length === 0}
        onClick={() => onDelete(selected.map(({ model }) => model))}
        data-test-subj="deleteTroubled"
      >
        {i18n.translate('mlModels.troubled.delete', {
          defaultMessage:
            'Delete {count, plural, =0 {selected models} one {# selected model} other {# selected models}}',
          values: { count: selected.length },
        })}
      </EuiButton>
      <EuiSpacer size="s" />
      <EuiBasicTable
        items={models.slice(0, shown)}
        itemId={({ model }: TroubledModel) => model.id}
        rowHeader="name"
        loading={isLoading}
        columns={columns()}
        selection={{
          selectable: ({ problem }: TroubledModel) => missing === null && problem !== 'unreadable',
          selectableMessage: (isSelectable: boolean, one: TroubledModel) =>
            isSelectable
              ? selectText(one)
              : missing === null
                ? adviceText(one)
                : missingPermissionText(missing),
          onSelectionChange: setSelected,
        }}
        isSelectable
        rowProps={({ model }: TroubledModel) => ({ 'data-test-subj': `troubledRow-${model.id}` })}
        tableCaption={i18n.translate('mlModels.troubled.caption', {
          defaultMessage: 'Models with a problem',
        })}
      />
      <ShowMore all={models.length} shown={shown} onShow={setShown} />
      {more > 0 && (
        <EuiText size="s" color="subdued">
          <p>
            {i18n.translate('mlModels.troubled.more', {
              defaultMessage: '{count, number} more are listed once some of these are deleted.',
              values: { count: more },
            })}
          </p>
        </EuiText>
      )}
    </>
  );
}

function columns(): EuiBasicTableColumn<TroubledModel>[] {
  return [
    {
      field: 'name',
      name: nameLabel(),
      width: '30%',
      render: (_: unknown, { model }: TroubledModel) => <ModelName model={model} />,
    },
    {
      name: columnLabel('state'),
      width: '20%',
      render: ({ model }: TroubledModel) => {
        const { label, color } = stateLook(model.state);
        return <EuiHealth color={color}>{label}</EuiHealth>;
      },
    },
    {
      name: i18n.translate('mlModels.troubled.since', { defaultMessage: 'Last changed' }),
      width: '15%',
      render: ({ model: { last_updated_time: updated } }: TroubledModel) => (
        <span>{updated === null ? '' : timeAgo(updated)}</span>
      ),
    },
    {
      name: i18n.translate('mlModels.troubled.advice', { defaultMessage: 'What helps' }),
      render: (one: TroubledModel) => <span className="eui-textBreakWord">{adviceText(one)}</span>,
    },
  ];
}

function adviceText({ problem, detail }: TroubledModel): string {
  switch (problem) {
    case 'deploy_failed':
      return i18n.translate('mlModels.troubled.deployFailed', {
        defaultMessage:
          'Deploy it on its page, which shows why that fails, or delete it if it isn’t needed.',
      });
    case 'deploying':
      return i18n.translate('mlModels.troubled.deploying', {
        defaultMessage: 'Undeploy it on its page, then deploy it again or delete it.',
      });
    case 'registering':
      return i18n.translate('mlModels.troubled.registering', {
        defaultMessage:
          'Its upload has ended before it was complete. Delete it and register it again.',
      });
    case 'unreadable':
      return i18n.translate('mlModels.troubled.unreadable', {
        defaultMessage:
          'ML Commons can’t read it, so it can’t delete it. Its page says what helps. {detail}',
        values: { detail: detail ?? '' },
      });
  }
}

function selectText({ model: { name } }: TroubledModel): string {
  return i18n.translate('mlModels.troubled.select', {
    defaultMessage: 'Select {name}',
    values: { name },
  });
}
