import React, { useMemo } from 'react';
import { EuiBasicTable } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ListModelsAnswer, ModelSummary } from '../../common/models';
import { SORT_FIELDS } from '../../common/models/listing';
import { notChecked } from '../../common/dependents/not_checked';
import { modelColumns } from './columns';
import { PAGE_SIZES } from './list_state';
import type { ListState } from './list_state';
import { selectColumn } from './selection';
import type { Selection } from './selection';
import type { ListView } from './view';
import { useIsTight } from './use_is_tight';
import type { ChangeListState } from './use_list_state';

interface Props {
  answer: ListModelsAnswer;
  state: ListState;
  isLoading: boolean;
  selection: Selection;
  view: ListView;
  onChange: ChangeListState;
  onDelete(model: ModelSummary): void;
}

/** One page of models, sorted and paged by the server. */
export function ModelsTable(props: Props) {
  const { answer, state, isLoading, selection, view, onChange, onDelete } = props;
  const { hidden } = view;
  const isAllChecked = notChecked(answer.coverage).length === 0;
  const isTight = useIsTight();
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
