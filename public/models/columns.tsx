import React from 'react';
import { EuiHealth } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ModelSummary } from '../../common/models';
import { TimeAgo } from '../components';
import { DeleteModelButton, GroupAndVersion, ModelId, ModelName } from './cells';
import { functionWords } from './function_words';
import { stateLook } from './state_words';
import { UsedBy } from './used_by';

interface Options {
  /** Every source was read: only then is a model without dependents unused. */
  isAllChecked: boolean;
  onGroup(groupId: string): void;
  onDelete(model: ModelSummary): void;
}

/** The table's columns; each `field` is what the server sorts by. */
export function modelColumns(options: Options): Array<EuiBasicTableColumn<ModelSummary>> {
  const { isAllChecked, onGroup, onDelete } = options;
  return [
    {
      field: 'name',
      name: i18n.translate('mlModels.column.name', { defaultMessage: 'Name' }),
      sortable: true,
      width: '17%',
      render: (_: unknown, model: ModelSummary) => <ModelName model={model} />,
    },
    {
      field: 'id',
      name: i18n.translate('mlModels.column.id', { defaultMessage: 'ID' }),
      sortable: true,
      width: '18%',
      render: (_: unknown, model: ModelSummary) => <ModelId model={model} />,
    },
    {
      field: 'model_group',
      name: i18n.translate('mlModels.column.group', { defaultMessage: 'Group · version' }),
      sortable: true,
      width: '15%',
      render: (_: unknown, model: ModelSummary) => (
        <GroupAndVersion model={model} onGroup={onGroup} />
      ),
    },
    {
      field: 'function_name',
      name: i18n.translate('mlModels.column.function', { defaultMessage: 'Function' }),
      sortable: true,
      width: '11%',
      render: functionWords,
    },
    {
      field: 'state',
      name: i18n.translate('mlModels.column.state', { defaultMessage: 'State' }),
      sortable: true,
      width: '11%',
      render: (state: string) => {
        const { words, color } = stateLook(state);
        return (
          <EuiHealth color={color} className="eui-textNoWrap">
            {words}
          </EuiHealth>
        );
      },
    },
    {
      field: 'usage',
      name: i18n.translate('mlModels.column.usedBy', { defaultMessage: 'Used by' }),
      sortable: true,
      width: '12%',
      render: (usage: ModelSummary['usage']) => (
        <UsedBy usage={usage} isAllChecked={isAllChecked} />
      ),
    },
    {
      field: 'last_updated_time',
      name: i18n.translate('mlModels.column.changed', { defaultMessage: 'Changed' }),
      sortable: true,
      width: '10%',
      render: (time: number | null) => (time === null ? '–' : <TimeAgo epochMs={time} />),
    },
    {
      name: i18n.translate('mlModels.column.actions', { defaultMessage: 'Actions' }),
      width: '72px',
      align: 'right',
      render: (model: ModelSummary) => <DeleteModelButton model={model} onDelete={onDelete} />,
    },
  ];
}
