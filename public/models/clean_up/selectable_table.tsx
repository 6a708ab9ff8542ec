import React, { useState } from 'react';
import { EuiBasicTable, EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { ShowMore, STEP } from '../../components/capped_list';

interface SelectableTableProps<T> {
  items: readonly T[];
  /** How many there are beside these. */
  more: number;
  isLoading: boolean;
  columns: EuiBasicTableColumn<T>[];
  caption: string;
  idOf(item: T): string;
  nameOf(item: T): string;
  /** Why an item can't be selected; null where it can. */
  whyNot(item: T): string | null;
  /** Of the button, for so many that are selected. */
  deleteText(count: number): string;
  onDelete(items: readonly T[]): void;
  /** By which tests find the button and the rows. */
  subject: { button: string; row(item: T): string };
}

/** A table in pieces of 50, of which some are selected and deleted. */
export function SelectableTable<T>(props: SelectableTableProps<T>) {
  const { items, more, isLoading, columns, caption, subject } = props;
  const { idOf, nameOf, whyNot, deleteText, onDelete } = props;
  const [shown, setShown] = useState(STEP);
  const [selected, setSelected] = useState<readonly T[]>([]);
  return (
    <>
      <EuiButton
        size="s"
        color="danger"
        iconType="trash"
        isDisabled={selected.length === 0}
        onClick={() => onDelete(selected)}
        data-test-subj={subject.button}
      >
        {deleteText(selected.length)}
      </EuiButton>
      <EuiSpacer size="s" />
      <EuiBasicTable
        items={items.slice(0, shown)}
        itemId={idOf}
        rowHeader="name"
        loading={isLoading}
        columns={columns}
        selection={{
          selectable: (item: T) => whyNot(item) === null,
          selectableMessage: (_: boolean, item: T) => whyNot(item) ?? selectText(nameOf(item)),
          onSelectionChange: setSelected,
        }}
        isSelectable
        rowProps={(item: T) => ({ 'data-test-subj': subject.row(item) })}
        tableCaption={caption}
      />
      <ShowMore all={items.length} shown={shown} onShow={setShown} />
      {more > 0 && (
        <EuiText size="s" color="subdued">
          <p>
            {i18n.translate('mlModels.cleanUp.more', {
              defaultMessage: '{count, number} more are listed once some of these are deleted.',
              values: { count: more },
            })}
          </p>
        </EuiText>
      )}
    </>
  );
}

function selectText(name: string): string {
  return i18n.translate('mlModels.cleanUp.select', {
    defaultMessage: 'Select {name}',
    values: { name },
  });
}
