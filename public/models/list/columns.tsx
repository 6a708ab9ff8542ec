import React from 'react';
import type { ReactNode } from 'react';
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
import { Clamped, mayBeCut } from '../../components/clamped';
import { PermittedBy } from '../../components/permission_gate';
import { TimeAgo } from '../../components/time_ago';
import { functionLabel, nameLabel, stateLook } from '../../labels/model_labels';
import { useAddresses } from '../../services/addresses';
import type { KnownUsage } from './known_usage';
import { columnLabel } from './list_view';
import type { Column } from './list_view';
import { selectPageLabel } from './selection';
import type { Selection } from './selection';
import { UsedBy } from './usage_popover';

interface Options {
  usage: KnownUsage;
  /** Whether the window has no room for all columns. */
  isNarrow: boolean;
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

/** How wide columns are, in per cent of the table; the name has what is left. */
const WIDTHS: Record<string, number> = {
  id: 10,
  model_group: 17,
  function_name: 11,
  state: 12,
  usage: 18,
  last_deployed_time: 12,
  last_updated_time: 10,
};
/** In a narrow window the names have the room of what says least of a model. */
const NARROW_WIDTHS: typeof WIDTHS = {
  ...WIDTHS,
  model_group: 18,
  function_name: 13,
  state: 16,
  usage: 19,
};
const NOT_IN_NARROW: readonly Column[] = ['id', 'last_deployed_time', 'last_updated_time'];

/** The table's columns less those that are hidden, which leave their room to the name. */
export function modelColumns(options: Options): TableColumn[] {
  const { isNarrow, hidden } = options;
  const widths = isNarrow ? NARROW_WIDTHS : WIDTHS;
  const left = isNarrow ? [...hidden, ...NOT_IN_NARROW] : hidden;
  return allColumns(options)
    .filter((column) => isShown(column, left))
    .map((column) => {
      const width = 'field' in column ? widths[String(column.field)] : undefined;
      return width === undefined ? column : { ...column, width: `${width}%` };
    });
}

/** Each `field` is what the server sorts by. */
function allColumns({ usage, permission, onGroup, onDelete }: Options): TableColumn[] {
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
      render: (_: unknown, model: Model) => <ModelId model={model} />,
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

/** A flex item is as wide as its longest word otherwise. */
const MAY_SHRINK = { minWidth: 0, flexShrink: 1 };

interface Props {
  model: Model;
}

/** The name leads to the model's page. */
export function ModelName({ model }: Props) {
  const { modelPage } = useAddresses();
  return (
    <AppLink to={modelPage(model.id)} data-test-subj={`modelName-${model.id}`}>
      <Clamped>{model.name}</Clamped>
    </AppLink>
  );
}

/** The id, which people paste into pipelines, with a button that copies it. */
export function ModelId({ model }: Props) {
  const copy = i18n.translate('mlModels.cell.copyId', {
    defaultMessage: 'Copy the ID of {name}',
    values: { name: model.name },
  });
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false} style={MAY_SHRINK}>
      <EuiFlexItem grow={false} style={MAY_SHRINK}>
        <span className="eui-displayBlock eui-textTruncate" title={model.id}>
          {model.id}
        </span>
      </EuiFlexItem>
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
    <WithVersion group={group.name} version={model.version}>
      {(name) => (
        <EuiLink
          onClick={() => onGroup(group.id)}
          aria-label={i18n.translate('mlModels.cell.filterByGroup', {
            defaultMessage: '{name}: show only this group',
            values: { name: group.name },
          })}
        >
          {name}
        </EuiLink>
      )}
    </WithVersion>
  );
}

interface WithVersionProps {
  group: string;
  version: string;
  /** The group's link around its name, which may be clamped. */
  children(name: ReactNode): ReactNode;
}

/** A group by its link, however long its name is, and the version of a model in it. */
export function WithVersion({ group, version, children: link }: WithVersionProps) {
  if (!mayBeCut(group)) {
    return (
      <span className="eui-textBreakWord">
        {link(group)} <span className="eui-textNoWrap">· {version}</span>
      </span>
    );
  }
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false} style={MAY_SHRINK}>
        {link(<Clamped>{group}</Clamped>)}
      </EuiFlexItem>
      <EuiFlexItem grow={false} className="eui-textNoWrap">
        · {version}
      </EuiFlexItem>
    </EuiFlexGroup>
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
        aria-label={selectPageLabel()}
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
