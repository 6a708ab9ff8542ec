import React, { useMemo, useState } from 'react';
import {
  EuiButtonEmpty,
  EuiCode,
  EuiFieldSearch,
  EuiFilterButton,
  EuiFilterGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiInMemoryTable,
  EuiLink,
  EuiScreenReaderOnly,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Graph } from '../../../common/dependents/graph';
import { Clamped } from '../../components/clamped';
import { saveText } from '../../components/download';
import { capitalized, effectLabel } from '../../labels/dependent_labels';
import { fileName, matchingRows, ROW_EFFECTS, tableCsv, tableRows } from './table_rows';
import type { RowEffect, TableRow } from './table_rows';

interface DependencyTableProps {
  graph: Graph;
  modelId: string;
  modelName: string;
  onChoose(key: string): void;
}

/** All that the map shows, in words: sorted, filtered, and saved as CSV. */
export function DependencyTable({ graph, modelId, modelName, onChoose }: DependencyTableProps) {
  const [search, setSearch] = useState('');
  const [effect, setEffect] = useState<RowEffect | null>(null);
  const all = useMemo(() => tableRows(graph, modelId), [graph, modelId]);
  const rows = useMemo(
    () => matchingRows(all, search).filter((row) => effect === null || row.effect === effect),
    [all, search, effect]
  );
  const columns = useMemo(() => tableColumns(onChoose), [onChoose]);
  return (
    <div data-test-subj="dependencyTable">
      <EuiFlexGroup gutterSize="s" alignItems="center" wrap>
        <EuiFlexItem grow={false}>
          <EuiFieldSearch
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            placeholder={searchedText()}
            aria-label={searchedText()}
            data-test-subj="searchDependencies"
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EffectFilter rows={all} chosen={effect} onChoose={setEffect} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="download"
            isDisabled={rows.length === 0}
            onClick={() =>
              saveText(fileName('dependencies', modelName, 'csv'), tableCsv(rows), 'text/csv')
            }
            data-test-subj="downloadDependencies"
          >
            {i18n.translate('mlModels.map.table.download', {
              defaultMessage:
                '{count, plural, one {Download # row as CSV} other {Download # rows as CSV}}',
              values: { count: rows.length },
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiScreenReaderOnly>
        <p role="status">
          {i18n.translate('mlModels.map.table.announcement', {
            defaultMessage: '{count, plural, =0 {No row} one {# row} other {# rows}}',
            values: { count: rows.length },
          })}
        </p>
      </EuiScreenReaderOnly>
      <EuiInMemoryTable
        items={rows}
        columns={columns}
        sorting
        pagination={{ initialPageSize: 25, pageSizeOptions: [10, 25, 50, 100] }}
        message={i18n.translate('mlModels.map.table.none', { defaultMessage: 'No row matches.' })}
        tableCaption={i18n.translate('mlModels.map.table.caption', {
          defaultMessage: 'Dependencies and dependents of {name}',
          values: { name: modelName },
        })}
      />
    </div>
  );
}

function searchedText(): string {
  return i18n.translate('mlModels.map.table.search', {
    defaultMessage: 'Search kind, name, ID, path',
  });
}

interface EffectFilterProps {
  rows: readonly TableRow[];
  /** Null for all. */
  chosen: RowEffect | null;
  onChoose(effect: RowEffect | null): void;
}

/** Shows only rows of which a delete does one thing; offered are those that there are. */
function EffectFilter({ rows, chosen, onChoose }: EffectFilterProps) {
  const there = ROW_EFFECTS.filter((effect) => rows.some((row) => row.effect === effect));
  if (there.length < 2) return null;
  return (
    <EuiFilterGroup>
      <EuiFilterButton hasActiveFilters={chosen === null} onClick={() => onChoose(null)}>
        {i18n.translate('mlModels.map.table.all', { defaultMessage: 'All' })}
      </EuiFilterButton>
      <>
        {there.map((effect) => (
          <EuiFilterButton
            key={effect}
            hasActiveFilters={chosen === effect}
            onClick={() => onChoose(effect === chosen ? null : effect)}
          >
            {capitalized(rowEffectText(effect))}
          </EuiFilterButton>
        ))}
      </>
    </EuiFilterGroup>
  );
}

/** The table's columns; a name opens the same panel as the node of the map. */
function tableColumns(onChoose: (key: string) => void): EuiBasicTableColumn<TableRow>[] {
  return [
    {
      field: 'kindText',
      name: i18n.translate('mlModels.map.column.kind', { defaultMessage: 'Kind' }),
      sortable: true,
      width: '15%',
    },
    {
      field: 'name',
      name: i18n.translate('mlModels.map.column.name', { defaultMessage: 'Name' }),
      sortable: true,
      width: '24%',
      render: (_: unknown, row: TableRow) => <Name row={row} onChoose={onChoose} />,
    },
    {
      field: 'uses',
      name: i18n.translate('mlModels.map.column.uses', { defaultMessage: 'Uses' }),
      sortable: true,
      width: '20%',
      render: (uses: string) => <Clamped>{uses || '–'}</Clamped>,
    },
    {
      field: 'path',
      name: i18n.translate('mlModels.map.column.path', { defaultMessage: 'Where' }),
      sortable: true,
      width: '26%',
      render: (path: string) =>
        path ? <EuiCode className="eui-textBreakWord">{path}</EuiCode> : '–',
    },
    {
      field: 'effect',
      name: i18n.translate('mlModels.map.column.effect', { defaultMessage: 'Effect' }),
      sortable: true,
      width: '15%',
      render: (effect: RowEffect) => capitalized(rowEffectText(effect)),
    },
  ];
}

function Name({ row, onChoose }: { row: TableRow; onChoose(key: string): void }) {
  const state = rowStateText(row);
  return (
    <span className="eui-textBreakWord">
      <EuiLink onClick={() => onChoose(row.key)}>
        <Clamped>{row.name || row.kindText}</Clamped>
      </EuiLink>
      {row.name !== row.id && row.id !== '' && ` (${row.id})`}
      {state && (
        <EuiText size="xs" color="subdued">
          {state}
        </EuiText>
      )}
    </span>
  );
}

/** What a row says of a delete, in a few words. */
export function rowEffectText(effect: RowEffect): string {
  switch (effect) {
    case 'needs':
      return i18n.translate('mlModels.map.row.needs', {
        defaultMessage: 'needed by the model',
      });
    case 'unchecked':
      return i18n.translate('mlModels.map.row.unchecked', { defaultMessage: 'not checked' });
    default:
      return effectLabel(effect);
  }
}

/** What is wrong with what a row is about; empty where nothing is. */
function rowStateText({ missing, notRead }: TableRow): string {
  if (missing) {
    return i18n.translate('mlModels.map.row.missing', {
      defaultMessage: 'Missing: nothing has this ID',
    });
  }
  if (notRead === '') return '';
  return i18n.translate('mlModels.map.row.notRead', {
    defaultMessage: 'Couldn’t be read. Cluster response: “{words}”',
    values: { words: notRead },
  });
}
