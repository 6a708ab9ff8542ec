import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiText,
  useIsWithinBreakpoints,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { MAX_RUN } from '../../../common/deletion/run_plan';
import type { Model } from '../../../common/models/model';
import { Permitted } from '../../components/permission_gate';

interface Props {
  /** What the table shows now. */
  page: readonly Model[];
  total: number;
  selection: Selection;
  onDeleteMany(): void;
}

/**
 * How many models there are, or are selected, and what can be done with those. Its line has the
 * height of a button in any case: a first selection must not move the row under the pointer.
 */
export function SelectionBar({ page, total, selection, onDeleteMany }: Props) {
  const count = selection.models.length;
  // on a phone OUI draws cards, without the head that has the checkbox of all
  const hasCards = useIsWithinBreakpoints(['xs', 's']);
  const tooMany = count > MAX_RUN;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      {count > 0 && (
        <EuiFlexItem grow={false}>
          <Permitted action="delete_model" label={deleteLabel(count)}>
            {(isForbidden) => (
              <EuiButton
                size="s"
                color="danger"
                iconType="trash"
                data-test-subj="deleteModels"
                isDisabled={isForbidden || tooMany}
                onClick={onDeleteMany}
              >
                {deleteLabel(count)}
              </EuiButton>
            )}
          </Permitted>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiText size="s" color="subdued">
          <p role="status" aria-live="polite" data-test-subj="selectedModels">
            {count === 0 ? totalText(total) : selectedText(count, hidden(selection, page))}
            {tooMany && ` ${tooManyText()}`}
          </p>
        </EuiText>
      </EuiFlexItem>
      {hasCards && page.some(({ id }) => !selection.has(id)) && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            data-test-subj="selectPage"
            onClick={() => selection.select(page, true)}
          >
            {selectPageLabel()}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      {count > 0 && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="s" data-test-subj="clearSelection" onClick={selection.clear}>
            {i18n.translate('mlModels.select.clear', { defaultMessage: 'Clear selection' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

/** What selects all models that the list shows now. */
export function selectPageLabel(): string {
  return i18n.translate('mlModels.select.page', {
    defaultMessage: 'Select all models on this page',
  });
}

function deleteLabel(count: number): string {
  return i18n.translate('mlModels.select.delete', {
    defaultMessage: 'Delete {count, plural, one {# model} other {# models}}',
    values: { count },
  });
}

function hidden({ models }: Selection, page: readonly Model[]): number {
  const shown = new Set(page.map(({ id }) => id));
  return models.filter(({ id }) => !shown.has(id)).length;
}

function totalText(total: number): string {
  return i18n.translate('mlModels.select.total', {
    defaultMessage: '{total, plural, one {# model} other {# models}}',
    values: { total },
  });
}

function selectedText(count: number, elsewhere: number): string {
  return elsewhere === 0
    ? i18n.translate('mlModels.select.selected', {
        defaultMessage: '{count} selected',
        values: { count },
      })
    : i18n.translate('mlModels.select.selectedElsewhere', {
        defaultMessage: '{count} selected, {elsewhere} not shown',
        values: { count, elsewhere },
      });
}

function tooManyText(): string {
  return i18n.translate('mlModels.select.tooMany', {
    defaultMessage: 'You can delete at most {max} models at a time.',
    values: { max: MAX_RUN },
  });
}

/** The models that are selected, over all pages and filters, in the order of selection. */
export interface Selection {
  models: readonly Model[];
  has(modelId: string): boolean;
  select(models: readonly Model[], isSelected: boolean): void;
  /** Takes out models that are gone. */
  deselect(modelIds: readonly string[]): void;
  clear(): void;
}

const NONE: ReadonlyMap<string, Model> = new Map();

export function useSelection(): Selection {
  const [selected, setSelected] = useState(NONE);
  const isMounted = useRef(true);
  useEffect(() => () => void (isMounted.current = false), []);
  const select = useCallback((models: readonly Model[], isSelected: boolean) => {
    setSelected((before) => {
      const after = new Map(before);
      for (const model of models) {
        if (isSelected) after.set(model.id, model);
        else after.delete(model.id);
      }
      return after;
    });
  }, []);
  const deselect = useCallback((modelIds: readonly string[]) => {
    // a run of deletes may end after its page was left
    if (!isMounted.current) return;
    const gone = new Set(modelIds);
    setSelected((before) => new Map([...before].filter(([id]) => !gone.has(id))));
  }, []);
  const clear = useCallback(() => setSelected(NONE), []);
  return useMemo(
    () => ({
      models: [...selected.values()],
      has: (modelId) => selected.has(modelId),
      select,
      deselect,
      clear,
    }),
    [selected, select, deselect, clear]
  );
}
