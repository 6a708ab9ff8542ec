import React, { memo, useMemo } from 'react';
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
import { SORT_FIELDS } from '../../../common/models/listing';
import type { Model } from '../../../common/models/model';
import { useIsSlow } from '../../components/use_is_slow';
import { usePermission } from '../../queries';
import { modelColumns, selectColumn } from './columns';
import type { KnownUsage } from './known_usage';
import { PAGE_SIZES } from './list_state';
import type { ListState } from './list_state';
import type { ChangeListState } from './use_list_state';
import type { ListView } from './list_view';
import { SelectionBar } from './selection';
import type { Selection } from './selection';

interface ModelsTableProps {
  answer: ListModelsAnswer;
  usage: KnownUsage;
  state: ListState;
  isLoading: boolean;
  selection: Selection;
  view: ListView;
  onChange: ChangeListState;
  onDelete(model: Model): void;
}

/** One page of models, sorted and paged by the server. */
const ModelsTable = memo(function ModelsTable(props: ModelsTableProps) {
  const { answer, usage, state, isLoading, selection, view, onChange, onDelete } = props;
  const { hidden } = view;
  const isNarrow = useIsNarrow();
  const isSlow = useIsSlow(isLoading);
  const permission = usePermission('delete_model');
  const columns = useMemo(
    () =>
      modelColumns({
        usage,
        isNarrow,
        hidden,
        permission,
        onDelete,
        onGroup: (groupId) => onChange({ model_group_id: [groupId] }),
      }),
    [usage, isNarrow, hidden, permission, onDelete, onChange]
  );

  const onTableChange = ({ page, sort }: CriteriaWithPagination<Model>) =>
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
      tableLayout="fixed"
      compressed={view.isDense}
      columns={[selectColumn(answer.models, selection), ...columns]}
      rowProps={({ id }) => ({ 'data-test-subj': `modelRow-${id}` })}
      loading={isSlow}
      sorting={{
        sort: { field: state.sort_field as keyof Model, direction: state.sort_order },
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
});

/** The height of OUI's small buttons, in px. */
const BUTTON_HIGH = { minHeight: 32 };

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
      <EuiFlexGroup
        gutterSize="s"
        justifyContent="spaceBetween"
        alignItems="center"
        responsive={false}
        style={BUTTON_HIGH}
      >
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
export function useIsNarrow(): boolean {
  return useIsWithinBreakpoints(['m']);
}
