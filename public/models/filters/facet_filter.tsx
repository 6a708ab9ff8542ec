import React, { useState } from 'react';
import {
  EuiFieldSearch,
  EuiFilterButton,
  EuiFilterSelectItem,
  EuiPopoverTitle,
  EuiTextColor,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Popover } from '../../components';

/** From this many options on there is a field to narrow them down with. */
const MANY = 10;

export interface FacetOption {
  value: string;
  label: string;
  count: number;
}

interface Props {
  label: string;
  options: FacetOption[];
  chosen: string[];
  onChange(chosen: string[]): void;
}

/** A filter button that opens a list to choose any number of values from. */
export function FacetFilter({ label, options, chosen, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [narrow, setNarrow] = useState('');
  const all = withUnlisted(options, chosen);
  const shown = all.filter((option) => option.label.toLowerCase().includes(narrow.toLowerCase()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const narrowLabel = i18n.translate('mlModels.filter.narrow', { defaultMessage: 'Find in list' });

  return (
    <Popover
      aria-label={label}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      button={
        <EuiFilterButton
          iconType="arrowDown"
          isSelected={isOpen}
          hasActiveFilters={chosen.length > 0}
          numActiveFilters={chosen.length || undefined}
          aria-expanded={isOpen}
          aria-label={i18n.translate('mlModels.filter.button', {
            defaultMessage: '{label} filter{chosen, plural, =0 {} other {, # chosen}}',
            values: { label, chosen: chosen.length },
          })}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </EuiFilterButton>
      }
    >
      {all.length >= MANY && (
        <EuiPopoverTitle paddingSize="s">
          <EuiFieldSearch
            compressed
            placeholder={narrowLabel}
            aria-label={narrowLabel}
            value={narrow}
            onChange={(event) => setNarrow(event.target.value)}
          />
        </EuiPopoverTitle>
      )}
      <div
        className="euiFilterSelect__items"
        role="listbox"
        aria-multiselectable
        aria-label={label}
      >
        {shown.map(({ value, label: optionLabel, count }) => (
          <EuiFilterSelectItem
            key={value}
            checked={chosen.includes(value) ? 'on' : undefined}
            aria-selected={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            {/* the colour of an option that has the focus is too pale on its ground */}
            <EuiTextColor color="default">
              {i18n.translate('mlModels.filter.option', {
                defaultMessage: '{label} ({count})',
                values: { label: optionLabel, count },
              })}
            </EuiTextColor>
          </EuiFilterSelectItem>
        ))}
      </div>
    </Popover>
  );
}

/** A value may be chosen in the URL that no model has (any more): it can still be taken away. */
function withUnlisted(options: FacetOption[], chosen: string[]): FacetOption[] {
  const unlisted = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...unlisted.map((value) => ({ value, label: value, count: 0 }))];
}
