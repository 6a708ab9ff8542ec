import React from 'react';
import { EuiHealth } from '@elastic/eui';
import type { ModelSummary } from '../../../common/models';
import { PageHeader } from '../../components';
import { ModelId } from '../cells';
import { functionWords } from '../function_words';
import { stateLook } from '../state_words';
import { GroupLink } from './group_link';
import { ModelActions } from './model_actions';

interface Props {
  model: ModelSummary;
  onChanged(): void;
  /** Null where ML Commons can do nothing with it. */
  onDelete: (() => void) | null;
}

/** Which model it is, what state it is in, and what can be done with it. */
export function ModelHeader({ model, onChanged, onDelete }: Props) {
  const { words, color } = stateLook(model.state);
  return (
    <PageHeader
      title={model.name}
      badge={<EuiHealth color={color}>{words}</EuiHealth>}
      facts={[
        <span>{functionWords(model.function_name)}</span>,
        <GroupLink model={model} />,
        <ModelId model={model} />,
      ]}
      actions={<ModelActions model={model} onChanged={onChanged} onDelete={onDelete} />}
    />
  );
}
