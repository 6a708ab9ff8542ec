import React from 'react';
import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RunReview } from '../../../../common/deletion';
import { CappedList } from '../../../dependents';
import { ModelTitle } from './model_title';

interface Props {
  free: readonly RunReview[];
  /** What a model still waits for, in words. */
  waitsOf(modelId: string): string | null;
}

/** The models that nothing of their own stands against, and what each still waits for. */
export function FreeSection({ free, waitsOf }: Props) {
  if (free.length === 0) return null;
  return (
    <section data-test-subj="deleteModelsFree">
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('mlModels.deleteMany.free', {
            defaultMessage:
              'Nothing stands against {count, plural, one {# model} other {# models}}',
            values: { count: free.length },
          })}
        </h3>
      </EuiTitle>
      <EuiText size="s">
        <CappedList items={free}>
          {({ review: { model } }) => (
            <li key={model.id} data-test-subj={`deleteModelsRow-${model.id}`}>
              <ModelTitle model={model} />
              <Waits words={waitsOf(model.id)} />
            </li>
          )}
        </CappedList>
      </EuiText>
    </section>
  );
}

function Waits({ words }: { words: string | null }) {
  return words === null ? null : <p>{words}</p>;
}
