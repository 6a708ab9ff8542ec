import React from 'react';
import { EuiFilterButton, EuiFilterGroup } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { capitalized } from '../../kind_words';
import { rowEffectWords } from './row_words';
import type { RowEffect, TableRow } from './table_rows';

const EFFECTS: readonly RowEffect[] = ['blocks', 'breaks', 'possible', 'unchecked', 'needs'];

interface Props {
  rows: readonly TableRow[];
  /** Null for all. */
  chosen: RowEffect | null;
  onChoose(effect: RowEffect | null): void;
}

/** Shows only rows of which a delete does one thing; offered are those that there are. */
export function EffectFilter({ rows, chosen, onChoose }: Props) {
  const there = EFFECTS.filter((effect) => rows.some((row) => row.effect === effect));
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
            {capitalized(rowEffectWords(effect))}
          </EuiFilterButton>
        ))}
      </>
    </EuiFilterGroup>
  );
}
