import React from 'react';
import type { ComponentProps, ReactElement } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { ModelsTable } from './models_table';
import { SelectionBar } from './selection';

interface Props extends ComponentProps<typeof ModelsTable> {
  /** At the end of the line over the table. */
  menu?: ReactElement;
  onDeleteMany(): void;
}

/** A page of models under what can be done with those that are selected. */
export function SelectableModels({ menu, onDeleteMany, ...table }: Props) {
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
