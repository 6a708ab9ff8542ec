import React, { useMemo } from 'react';
import type { ComponentProps, ReactElement } from 'react';
import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  useIsWithinBreakpoints,
} from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import { notChecked } from '../../../common/dependents/verdict';
import { SORT_FIELDS } from '../../../common/models/listing';
import type { ModelSummary } from '../../../common/models/model';
import { modelColumns, selectColumn } from './columns';
import { PAGE_SIZES } from './list_state';
import type { ChangeListState, ListState } from './list_state';
import type { ListView } from './list_view';
import { SelectionBar } from './selection';
import type { Selection } from './selection';

interface ModelsTableProps {
  answer: ListModelsAnswer;
  state: ListState;
  isLoading: boolean;
  selection: Selection;
  view: ListView;
  onChange: ChangeListState;
  onDelete(model: ModelSummary): void;
}

/** One page of models, sorted and paged by the server. */
function ModelsTable(props: ModelsTableProps) {
  const { answer, state, isLoading, selection, view, onChange, onDelete } = props;
  const { hidden } = view;
  const isAllChecked = notChecked(answer.coverage).length === 0;
  const isTight = useIsCompact();
  const columns = useMemo(
    () =>
      modelColumns({
        isAllChecked,
        isTight,
        hidden,
        onDelete,
        onGroup: (groupId) => onChange({ model_group_id: [groupId] }),
      }),
    [isAllChecked, isTight, hidden, onDelete, onChange]
  );

  const onTableChange = ({ page, sort }: CriteriaWithPagination<ModelSummary>) =>
    onChange({
      page: page.index,
      size: page.size,
      sort_field: SORT_FIELDS.find((field) => field === sort?.field) ?? state.sort_field,
      sort_order: sort?.direction ?? state.sort_order,
    });

  return (
    <EuiBasicTable
      data-test-subj="modelsTable"
      tableCaption={i18n.translate('mlModels.table.caption', {
        defaultMessage: 'Models of this cluster and what uses them',
      })}
      items={answer.models}
      itemId="id"
      rowHeader="name"
      tableLayout="auto"
      compressed={view.isDense}
      columns={[selectColumn(answer.models, selection), ...columns]}
      rowProps={({ id }) => ({ 'data-test-subj': `modelRow-${id}` })}
      loading={isLoading}
      sorting={{
        sort: { field: state.sort_field as keyof ModelSummary, direction: state.sort_order },
      }}
      pagination={{
        pageIndex: state.page,
        pageSize: state.size,
        totalItemCount: answer.total,
        pageSizeOptions: PAGE_SIZES,
      }}
      onChange={onTableChange}
    />
  );
}

interface SelectableModelsProps extends ComponentProps<typeof ModelsTable> {
  /** At the end of the line over the table. */
  menu?: ReactElement;
  onDeleteMany(): void;
}

/** A page of models under what can be done with those that are selected. */
export function SelectableModels({ menu, onDeleteMany, ...table }: SelectableModelsProps) {
  const { answer, selection } = table;
  return (
    <>
      <EuiFlexGroup gutterSize="s" justifyContent="spaceBetween" responsive={false}>
        <EuiFlexItem grow={false}>
          <SelectionBar
            page={answer.models}
            total={answer.total}
            selection={selection}
            onDeleteMany={onDeleteMany}
          />
        </EuiFlexItem>
        {menu && <EuiFlexItem grow={false}>{menu}</EuiFlexItem>}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <ModelsTable {...table} />
    </>
  );
}

/** Whether a table of models is wider than on a phone, which has cards, and narrower than on a desk. */
export function useIsCompact(): boolean {
  return useIsWithinBreakpoints(['m']);
}
