import React from 'react';
import { EuiCode, EuiLink, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { capitalized } from '../../kind_words';
import { rowEffectWords, rowStateWords } from './row_words';
import type { RowEffect, TableRow } from './table_rows';

/** The table's columns; a name opens the same panel as the node of the map. */
export function tableColumns(onChoose: (key: string) => void): EuiBasicTableColumn<TableRow>[] {
  return [
    {
      field: 'kindWords',
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
      render: (uses: string) => <span className="eui-textBreakWord">{uses || '–'}</span>,
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
      name: i18n.translate('mlModels.map.column.effect', { defaultMessage: 'On a delete' }),
      sortable: true,
      width: '15%',
      render: (effect: RowEffect) => capitalized(rowEffectWords(effect)),
    },
  ];
}

function Name({ row, onChoose }: { row: TableRow; onChoose(key: string): void }) {
  const state = rowStateWords(row);
  return (
    <span className="eui-textBreakWord">
      <EuiLink onClick={() => onChoose(row.key)}>{row.name || row.kindWords}</EuiLink>
      {row.name !== row.id && row.id !== '' && ` (${row.id})`}
      {state && (
        <EuiText size="xs" color="subdued">
          {state}
        </EuiText>
      )}
    </span>
  );
}
