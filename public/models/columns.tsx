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

/** How the columns share the table's width; what has none here is as wide as it has to be. */
const SHARES = {
  name: 17,
  id: 20,
  model_group: 15,
  function_name: 10,
  state: 11,
  usage: 12,
  last_deployed_time: 10,
  last_updated_time: 9,
};
/** An id is a button alone there, and leaves its share to the names of the model and its group. */
const TIGHT_SHARES = { ...SHARES, id: 0, name: 24, model_group: 24 };
/** What the boxes and the buttons at the ends leave of the width, in per cent. */
const SHARED_PERCENT = 94;

/** The table's columns less those that are hidden, which leave their room to all the others. */
export function modelColumns(options: Options): TableColumn[] {
  const shares: Record<string, number> = options.isTight ? TIGHT_SHARES : SHARES;
  const shown = allColumns(options).filter((column) => isShown(column, options.hidden));
  const shareOf = (column: TableColumn) =>
    'field' in column ? (shares[String(column.field)] ?? 0) : 0;
  const all = shown.reduce((sum, column) => sum + shareOf(column), 0);
  return shown.map((column) => {
    const share = shareOf(column);
    return share === 0 ? column : { ...column, width: `${(share / all) * SHARED_PERCENT}%` };
  });
}

/** Each `field` is what the server sorts by. */
function allColumns({ isAllChecked, isTight, onGroup, onDelete }: Options): TableColumn[] {
  return [
    {
      field: 'name',
      name: i18n.translate('mlModels.column.name', { defaultMessage: 'Name' }),
      sortable: true,
      render: (_: unknown, model: ModelSummary) => <ModelName model={model} />,
    },
    {
      field: 'id',
      name: columnWords('id'),
      sortable: true,
      render: (_: unknown, model: ModelSummary) => <ModelId model={model} isTight={isTight} />,
    },
    {
      field: 'model_group',
      name: columnWords('model_group'),
      sortable: true,
      render: (_: unknown, model: ModelSummary) => (
        <GroupAndVersion model={model} onGroup={onGroup} />
      ),
    },
    {
      field: 'function_name',
      name: columnWords('function_name'),
      sortable: true,
      render: (functionName: string) => (
        <span className="eui-textBreakNormal">{functionWords(functionName)}</span>
      ),
    },
    {
      field: 'state',
      name: columnWords('state'),
      sortable: true,
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
      render: (_: unknown, model: ModelSummary) => (
        <UsedBy model={model} isAllChecked={isAllChecked} />
      ),
    },
    {
      field: 'last_deployed_time',
      name: columnWords('last_deployed_time'),
      sortable: true,
      render: (time: number | null, { state }: ModelSummary) =>
        time === null && IS_KEPT_IN.has(state) ? neverWords() : timeOrNone(time),
    },
    {
      field: 'last_updated_time',
      name: columnWords('last_updated_time'),
      sortable: true,
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
