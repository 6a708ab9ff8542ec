import React, { useCallback } from 'react';
import { EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ListModelsAnswer } from '../../../common/models';
import { functionWords } from '../function_words';
import type { ListState } from '../list_state';
import { stateWords } from '../state_words';
import type { ChangeListState } from '../use_list_state';
import { FacetFilter } from './facet_filter';
import { SearchBox } from './search_box';
import { UsageChoice } from './usage_choice';

interface Props {
  state: ListState;
  facets: ListModelsAnswer['facets'];
  /** Models in the cluster, whatever is filtered. */
  all: number;
  onChange: ChangeListState;
}

/** Search and filters over the list. */
export function FilterBar({ state, facets, all, onChange }: Props) {
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
            options={facets.states.map((one) => ({ ...one, label: stateWords(one.value) }))}
            chosen={state.state}
            onChange={(chosen) => onChange({ state: chosen })}
          />
          <FacetFilter
            label={i18n.translate('mlModels.filter.function', { defaultMessage: 'Function' })}
            options={facets.function_names.map((one) => ({
              ...one,
              label: functionWords(one.value),
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
          counts={{ ...facets.usage, all }}
          onChange={(usage) => onChange({ usage })}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
