import React from 'react';
import {
  EuiButtonIcon,
  EuiCheckbox,
  EuiCopy,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiLink,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Permission } from '../../../common/contracts/deletion';
import type { Model } from '../../../common/models/model';
import { AppLink } from '../../components/app_link';
import { PermittedBy } from '../../components/permission_gate';
import { TimeAgo } from '../../components/time_ago';
import { functionLabel, nameLabel, stateLook } from '../../labels/model_labels';
import { useAddresses } from '../../services/addresses';
import type { KnownUsage } from './known_usage';
import { columnLabel } from './list_view';
import type { Column } from './list_view';
import type { Selection } from './selection';
import { UsedBy } from './usage_popover';

interface Options {
  usage: KnownUsage;
  /** The window is narrow for as many columns: an id leaves its room to the name. */
  isTight: boolean;
  hidden: readonly Column[];
  /** To delete models. */
  permission: Permission;
  onGroup(groupId: string): void;
  onDelete(model: Model): void;
}

type TableColumn = EuiBasicTableColumn<Model>;

function isShown(column: TableColumn, hidden: readonly Column[]): boolean {
  return !('field' in column) || !hidden.some((one) => one === column.field);
}

function timeOrNone(time: number | null) {
  return time === null ? '–' : <TimeAgo epochMs={time} />;
}

/** States in which ML Commons would know of a deploy; an undeploy doesn't forget it. */
const IS_KEPT_IN: ReadonlySet<string> = new Set(['REGISTERED', 'UNDEPLOYED', 'DEPLOY_FAILED']);

function neverText(): string {
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
function allColumns({ usage, isTight, permission, onGroup, onDelete }: Options): TableColumn[] {
  return [
    {
      field: 'name',
      name: nameLabel(),
      sortable: true,
      render: (_: unknown, model: Model) => <ModelName model={model} />,
    },
    {
      field: 'id',
      name: columnLabel('id'),
      sortable: true,
      render: (_: unknown, model: Model) => <ModelId model={model} isTight={isTight} />,
    },
    {
      field: 'model_group',
      name: columnLabel('model_group'),
      sortable: true,
      render: (_: unknown, model: Model) => <GroupAndVersion model={model} onGroup={onGroup} />,
    },
    {
      field: 'function_name',
      name: columnLabel('function_name'),
      sortable: true,
      render: (functionName: string) => (
        <span className="eui-textBreakNormal">{functionLabel(functionName)}</span>
      ),
    },
    {
      field: 'state',
      name: columnLabel('state'),
      sortable: true,
      render: (state: string) => {
        const { label, color } = stateLook(state);
        return (
          <EuiHealth color={color} className="eui-textNoWrap">
            {label}
          </EuiHealth>
        );
      },
    },
    {
      field: 'usage',
      name: columnLabel('usage'),
      sortable: true,
      render: (_: unknown, model: Model) => <UsedBy model={model} usage={usage} />,
    },
    {
      field: 'last_deployed_time',
      name: columnLabel('last_deployed_time'),
      sortable: true,
      render: (time: number | null, { state }: Model) =>
        time === null && IS_KEPT_IN.has(state) ? neverText() : timeOrNone(time),
    },
    {
      field: 'last_updated_time',
      name: columnLabel('last_updated_time'),
      sortable: true,
      render: timeOrNone,
    },
    {
      name: i18n.translate('mlModels.column.actions', { defaultMessage: 'Actions' }),
      width: '72px',
      align: 'right',
      render: (model: Model) => (
        <DeleteModelButton model={model} permission={permission} onDelete={onDelete} />
      ),
    },
  ];
}

interface Props {
  model: Model;
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
function GroupAndVersion({ model, onGroup }: Props & { onGroup(groupId: string): void }) {
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
function DeleteModelButton({
  model,
  permission,
  onDelete,
}: Props & { permission: Permission; onDelete(model: Model): void }) {
  const label = i18n.translate('mlModels.cell.delete', {
    defaultMessage: 'Delete {name}',
    values: { name: model.name },
  });
  return (
    <PermittedBy permission={permission} label={label}>
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
    </PermittedBy>
  );
}

/**
 * The column of checkboxes. The table's own selection ends with the page, and this one goes over
 * all of them.
 */
export function selectColumn(
  page: readonly Model[],
  selection: Selection
): EuiBasicTableColumn<Model> {
  const onPage = page.filter(({ id }) => selection.has(id)).length;
  return {
    name: (
      <EuiCheckbox
        id="selectAllModels"
        data-test-subj="checkboxSelectAll"
        aria-label={i18n.translate('mlModels.select.page', {
          defaultMessage: 'Select all models on this page',
        })}
        checked={page.length > 0 && onPage === page.length}
        indeterminate={onPage > 0 && onPage < page.length}
        onChange={({ target }) => selection.select(page, target.checked)}
      />
    ),
    width: '32px',
    mobileOptions: { header: false },
    render: (model: Model) => (
      <EuiCheckbox
        id={`selectModel-${model.id}`}
        data-test-subj={`checkboxSelectRow-${model.id}`}
        aria-label={i18n.translate('mlModels.select.row', {
          defaultMessage: 'Select {name}',
          values: { name: model.name },
        })}
        checked={selection.has(model.id)}
        onChange={({ target }) => selection.select([model], target.checked)}
      />
    ),
  };
}
