import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiHealth, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { ModelSummary } from '../../../common/models';
import { ModelId } from '../cells';
import { functionWords } from '../function_words';
import { stateLook } from '../state_words';
import { GroupLink } from './group_link';
import { ModelActions } from './model_actions';

interface Props {
  model: ModelSummary;
  onChanged(): void;
  onDelete(): void;
}

/** Which model it is, what state it is in, and what can be done with it. */
export function PageHeader({ model, onChanged, onDelete }: Props) {
  const { words, color } = stateLook(model.state);
  return (
    <EuiFlexGroup alignItems="flexStart" justifyContent="spaceBetween" gutterSize="m">
      <EuiFlexItem>
        <EuiTitle size="l">
          <h1 className="eui-textBreakWord">{model.name}</h1>
        </EuiTitle>
        <EuiSpacer size="s" />
        <EuiText size="s">
          <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
            <EuiFlexItem grow={false}>
              <EuiHealth color={color}>{words}</EuiHealth>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>{functionWords(model.function_name)}</EuiFlexItem>
            <EuiFlexItem grow={false}>
              <GroupLink model={model} />
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <ModelId model={model} />
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <ModelActions model={model} onChanged={onChanged} onDelete={onDelete} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
