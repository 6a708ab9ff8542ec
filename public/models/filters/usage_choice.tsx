import React from 'react';
import { EuiFilterButton, EuiFilterGroup } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { UsageFilter } from '../../../common/models';
import { USAGE_FILTERS } from '../../../common/models/listing';

interface Props {
  value: UsageFilter | null;
  /** How many models there are of each use, and of all. */
  counts: Record<UsageFilter | 'all', number>;
  onChange(value: UsageFilter | null): void;
}

/** Use: one of all, in use, unused, not checked. */
export function UsageChoice({ value, counts, onChange }: Props) {
  const choices = [null, ...USAGE_FILTERS];
  return (
    <EuiFilterGroup
      role="group"
      aria-label={i18n.translate('mlModels.filter.use', { defaultMessage: 'Use' })}
    >
      {choices.map((choice, index) => (
        <EuiFilterButton
          key={choice ?? 'all'}
          withNext={index < choices.length - 1}
          hasActiveFilters={choice === value}
          aria-pressed={choice === value}
          data-test-subj={`usageChoice-${choice ?? 'all'}`}
          onClick={() => onChange(choice)}
        >
          {withCount(choiceWords(choice), counts[choice ?? 'all'])}
        </EuiFilterButton>
      ))}
    </EuiFilterGroup>
  );
}

function withCount(choice: string, count: number): string {
  return i18n.translate('mlModels.filter.use.count', {
    defaultMessage: '{choice} ({count, number})',
    values: { choice, count },
  });
}

function choiceWords(choice: UsageFilter | null): string {
  switch (choice) {
    case null:
      return i18n.translate('mlModels.filter.use.all', { defaultMessage: 'All' });
    case 'in_use':
      return i18n.translate('mlModels.filter.use.inUse', { defaultMessage: 'In use' });
    case 'unused':
      return i18n.translate('mlModels.filter.use.unused', { defaultMessage: 'Unused' });
    case 'unknown':
      return i18n.translate('mlModels.filter.use.notChecked', { defaultMessage: 'Not checked' });
  }
}
