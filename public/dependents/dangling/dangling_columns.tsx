import React from 'react';
import { EuiCode, EuiIcon } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CappedList } from '../capped_list';
import { kindIcon } from '../kind_icons';
import { DependentActions } from '../requests';
import type { DanglingRow } from './dangling_rows';

/** Built when drawn, since the platform may change the language after this module loaded. */
export function danglingColumns(): EuiBasicTableColumn<DanglingRow>[] {
  return [
    {
      field: 'kindWords',
      name: i18n.translate('mlModels.dangling.column.kind', { defaultMessage: 'Kind' }),
      sortable: true,
      width: '18%',
      render: (words: string, { dependent }: DanglingRow) => (
        <span>
          <EuiIcon type={kindIcon(dependent.kind)} aria-hidden /> {words}
        </span>
      ),
    },
    {
      field: 'name',
      name: i18n.translate('mlModels.dangling.column.name', { defaultMessage: 'Name' }),
      sortable: true,
      width: '22%',
      render: (name: string, { dependent: { id } }: DanglingRow) => (
        <span className="eui-textBreakWord">{name === id ? name : `${name} (${id})`}</span>
      ),
    },
    {
      name: i18n.translate('mlModels.dangling.column.where', { defaultMessage: 'Where' }),
      width: '27%',
      render: ({ dependent: { references } }: DanglingRow) => (
        <CappedList items={references}>
          {({ path }) => (
            <li key={path}>
              <EuiCode className="eui-textBreakWord">{path}</EuiCode>
            </li>
          )}
        </CappedList>
      ),
    },
    {
      field: 'modelId',
      name: i18n.translate('mlModels.dangling.column.model', {
        defaultMessage: 'ID that no model has',
      }),
      sortable: true,
      width: '20%',
      render: (id: string) => <span className="eui-textBreakAll">{id}</span>,
    },
    {
      name: i18n.translate('mlModels.dangling.column.waysOut', { defaultMessage: 'Fix' }),
      width: '13%',
      render: ({ dependent, modelId }: DanglingRow) => (
        <DependentActions dependent={dependent} modelId={modelId} />
      ),
    },
  ];
}
