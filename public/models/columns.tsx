import React from 'react';
import { EuiHealth } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ModelSummary } from '../../common/models';
import { TimeAgo } from '../components';
import { DeleteModelButton, GroupAndVersion, ModelId, ModelName } from './cells';
import { functionWords } from './function_words';
import { stateLook } from './state_words';
import { UsedBy } from './usage';
import { columnWords } from './view';
import type { Column } from './view';

interface Options {
  /** Every source was read: only then is a model without dependents unused. */
  isAllChecked: boolean;
  /** The window is narrow for as many columns: an id leaves its room to the name. */
  isTight: boolean;
  hidden: readonly Column[];
  onGroup(groupId: string): void;
  onDelete(model: ModelSummary): void;
}

type TableColumn = EuiBasicTableColumn<ModelSummary>;

function isShown(column: TableColumn, hidden: readonly Column[]): boolean {
  return !('field' in column) || !hidden.some((one) => one === column.field);
}

function timeOrNone(time: number | null) {
  return time === null ? '–' : <TimeAgo epochMs={time} />;
}

/** States in which ML Commons would know of a deploy; an undeploy doesn't forget it. */
const IS_KEPT_IN: ReadonlySet<string> = new Set(['REGISTERED', 'UNDEPLOYED', 'DEPLOY_FAILED']);

function neverWords(): string {
  return i18n.translate('mlModels.cell.neverDeployed', { defaultMessage: 'Never' });
}

/** The table's columns less those that are hidden. */
export function modelColumns(options: Options): TableColumn[] {
  return allColumns(options).filter((column) => isShown(column, options.hidden));
}

/** Each `field` is what the server sorts by. */
function allColumns({ isAllChecked, isTight, onGroup, onDelete }: Options): TableColumn[] {
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
      name: columnWords('id'),
      sortable: true,
      width: isTight ? undefined : '20%',
      render: (_: unknown, model: ModelSummary) => <ModelId model={model} isTight={isTight} />,
    },
    {
      field: 'model_group',
      name: columnWords('model_group'),
      sortable: true,
      width: '15%',
      render: (_: unknown, model: ModelSummary) => (
        <GroupAndVersion model={model} onGroup={onGroup} />
      ),
    },
    {
      field: 'function_name',
      name: columnWords('function_name'),
      sortable: true,
      width: '10%',
      render: functionWords,
    },
    {
      field: 'state',
      name: columnWords('state'),
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
      name: columnWords('usage'),
      sortable: true,
      width: '12%',
      render: (_: unknown, model: ModelSummary) => (
        <UsedBy model={model} isAllChecked={isAllChecked} />
      ),
    },
    {
      field: 'last_deployed_time',
      name: columnWords('last_deployed_time'),
      sortable: true,
      width: '10%',
      render: (time: number | null, { state }: ModelSummary) =>
        time === null && IS_KEPT_IN.has(state) ? neverWords() : timeOrNone(time),
    },
    {
      field: 'last_updated_time',
      name: columnWords('last_updated_time'),
      sortable: true,
      width: '9%',
      render: timeOrNone,
    },
    {
      name: i18n.translate('mlModels.column.actions', { defaultMessage: 'Actions' }),
      width: '72px',
      align: 'right',
      render: (model: ModelSummary) => <DeleteModelButton model={model} onDelete={onDelete} />,
    },
  ];
}
