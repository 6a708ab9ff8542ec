import React from 'react';
import { EuiFilterButton, EuiFilterGroup } from '@elastic/eui';

interface ChoiceProps<T> {
  /** What is chosen. */
  label: string;
  options: ReadonlyArray<{ value: T; label: string; 'data-test-subj': string }>;
  chosen: T;
  onChoose(value: T): void;
}

/** One of a few, all of them in sight, as buttons side by side. */
export function Choice<T>({ label, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <EuiFilterGroup role="group" aria-label={label}>
      {options.map(({ value, label: optionLabel, ...rest }, index) => (
        <EuiFilterButton
          {...rest}
          key={rest['data-test-subj']}
          withNext={index < options.length - 1}
          hasActiveFilters={value === chosen}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {optionLabel}
        </EuiFilterButton>
      ))}
    </EuiFilterGroup>
  );
}
