import React, { useMemo, useState } from 'react';
import {
  EuiButtonEmpty,
  EuiFieldSearch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiInMemoryTable,
  EuiScreenReaderOnly,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Graph } from '../../../../common/dependents';
import { saveText } from '../../../components';
import { fileName } from '../file_name';
import { EffectFilter } from './effect_filter';
import { tableColumns } from './table_columns';
import { tableCsv } from './table_csv';
import { matchingRows, tableRows, type RowEffect } from './table_rows';

interface Props {
  graph: Graph;
  modelId: string;
  modelName: string;
  onChoose(key: string): void;
}

/** All that the map shows, in words: sorted, filtered, and saved as CSV. */
export function DependencyTable({ graph, modelId, modelName, onChoose }: Props) {
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
            placeholder={searchWords()}
            aria-label={searchWords()}
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
        message={i18n.translate('mlModels.map.table.none', { defaultMessage: 'Nothing matches.' })}
        tableCaption={i18n.translate('mlModels.map.table.caption', {
          defaultMessage: 'What {name} needs and what uses it',
          values: { name: modelName },
        })}
      />
    </div>
  );
}

function searchWords(): string {
  return i18n.translate('mlModels.map.table.search', {
    defaultMessage: 'Search kind, name, ID, path',
  });
}
