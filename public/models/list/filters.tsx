import React, { useCallback, useEffect, useRef, useState } from 'react';
import {
  EuiFieldSearch,
  EuiFilterButton,
  EuiFilterGroup,
  EuiFilterSelectItem,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPopoverTitle,
  EuiTextColor,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import { USAGE_FILTERS } from '../../../common/models/listing';
import type { UsageFilter } from '../../../common/models/listing';
import { Choice } from '../../components/choice';
import { Popover } from '../../components/popover';
import { functionLabel, stateLabel } from '../../labels/model_labels';
import { countUsage } from './known_usage';
import type { KnownUsage } from './known_usage';
import type { ListState } from './list_state';
import type { ChangeListState } from './use_list_state';

interface FilterBarProps {
  state: ListState;
  facets: ListModelsAnswer['facets'];
  /** Models in the cluster, whatever is filtered. */
  all: number;
  usage: KnownUsage;
  onChange: ChangeListState;
}

/** Search and filters over the list. */
export function FilterBar({ state, facets, all, usage, onChange }: FilterBarProps) {
  const onSearch = useCallback((search: string) => onChange({ search }), [onChange]);
  return (
    <EuiFlexGroup gutterSize="m" wrap>
      <EuiFlexItem grow={false}>
        <SearchBox value={state.search} onSearch={onSearch} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiFilterGroup>
          <FacetFilter
            label={i18n.translate('mlModels.filter.state', { defaultMessage: 'State' })}
            options={facets.states.map((one) => ({ ...one, label: stateLabel(one.value) }))}
            chosen={state.state}
            onChange={(chosen) => onChange({ state: chosen })}
          />
          <FacetFilter
            label={i18n.translate('mlModels.filter.function', { defaultMessage: 'Function' })}
            options={facets.function_names.map((one) => ({
              ...one,
              label: functionLabel(one.value),
            }))}
            chosen={state.function_name}
            onChange={(chosen) => onChange({ function_name: chosen })}
          />
          <FacetFilter
            label={i18n.translate('mlModels.filter.group', { defaultMessage: 'Group' })}
            options={facets.model_groups.map(({ id, name, count }) => ({
              value: id,
              label: name,
              count,
            }))}
            chosen={state.model_group_id}
            onChange={(chosen) => onChange({ model_group_id: chosen })}
          />
        </EuiFilterGroup>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <UsageChoice
          value={state.usage}
          all={all}
          counts={countUsage(all, usage)}
          onChange={(usage) => onChange({ usage })}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

/** From this many options on there is a field to narrow them down with. */
const MANY = 10;

export interface FacetOption {
  value: string;
  label: string;
  count: number;
}

interface FacetFilterProps {
  label: string;
  options: FacetOption[];
  chosen: string[];
  onChange(chosen: string[]): void;
}

/** A filter button that opens a list to choose any number of values from. */
function FacetFilter({ label, options, chosen, onChange }: FacetFilterProps) {
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

interface UsageChoiceProps {
  value: UsageFilter | null;
  all: number;
  /** How many models there are of each use; null while that is not known. */
  counts: Record<UsageFilter, number> | null;
  onChange(value: UsageFilter | null): void;
}

/** Use: one of all, in use, unused, not checked. */
function UsageChoice({ value, all, counts, onChange }: UsageChoiceProps) {
  return (
    <Choice
      label={i18n.translate('mlModels.filter.use', { defaultMessage: 'Use' })}
      options={[null, ...USAGE_FILTERS].map((choice) => ({
        value: choice,
        label: withCount(choiceLabel(choice), choice === null ? all : counts?.[choice]),
        'data-test-subj': `usageChoice-${choice ?? 'all'}`,
      }))}
      chosen={value}
      onChoose={onChange}
    />
  );
}

function withCount(choice: string, count: number | undefined): string {
  if (count === undefined) return choice;
  return i18n.translate('mlModels.filter.use.count', {
    defaultMessage: '{choice} ({count, number})',
    values: { choice, count },
  });
}

function choiceLabel(choice: UsageFilter | null): string {
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

const WAIT_MS = 150;
const MAX_LENGTH = 512;

interface SearchBoxProps {
  /** What is searched for now. */
  value: string;
  /** Called once the typing pauses; must keep its identity. */
  onSearch(text: string): void;
}

/** Searches once per pause in typing, and follows the URL when that changes under it. */
function SearchBox({ value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const searched = useRef(value);

  useEffect(() => {
    if (value === searched.current) return;
    searched.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === searched.current) return;
    const timer = setTimeout(() => {
      searched.current = text;
      onSearch(text);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);

  const label = i18n.translate('mlModels.filter.search', {
    defaultMessage: 'Search name, ID, description',
  });
  return (
    <EuiFieldSearch
      isClearable
      data-test-subj="searchModels"
      placeholder={i18n.translate('mlModels.filter.searchFields', {
        defaultMessage: 'Name, ID, description',
      })}
      aria-label={label}
      maxLength={MAX_LENGTH}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
