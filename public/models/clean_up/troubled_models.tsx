import React from 'react';
import { EuiHealth, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import type { Troubled, TroubledModel } from '../../../common/models/troubled';
import { ReadPart } from '../../components/error_callout';
import { missingPermissionText } from '../../components/permission_gate';
import { timeAgo } from '../../components/time_ago';
import { nameLabel, stateLook } from '../../labels/model_labels';
import { usePermission, useTroubled } from '../../queries';
import { ModelName } from '../list/columns';
import { columnLabel } from '../list/list_view';
import { SelectableTable } from './selectable_table';

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
  const permission = usePermission('delete_model', { ask: true });
  const missing = permission.allowed === false ? missingPermissionText(permission.missing) : null;
  return (
    <SelectableTable
      items={models}
      more={more}
      isLoading={isLoading}
      columns={columns()}
      caption={i18n.translate('mlModels.troubled.caption', {
        defaultMessage: 'Models with a problem',
      })}
      idOf={({ model }) => model.id}
      nameOf={({ model }) => model.name}
      whyNot={(one) => missing ?? (one.problem === 'unreadable' ? adviceText(one) : null)}
      deleteText={(count) =>
        i18n.translate('mlModels.troubled.delete', {
          defaultMessage:
            'Delete {count, plural, =0 {selected models} one {# selected model} other {# selected models}}',
          values: { count },
        })
      }
      onDelete={(selected) => onDelete(selected.map(({ model }) => model))}
      subject={{ button: 'deleteTroubled', row: ({ model }) => `troubledRow-${model.id}` }}
    />
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
