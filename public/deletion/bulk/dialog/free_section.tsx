import React from 'react';
import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CappedList } from '../../../dependents';
import type { Staying } from '../sort_out';
import { ModelTitle } from './model_title';
import { stayingWords } from './staying_words';
import type { BulkAskingView } from '../state';

interface Props {
  view: BulkAskingView;
  nameOf(modelId: string): string;
}

/** The models that nothing of their own stands against, and what each still waits for. */
export function FreeSection({ view: { standings, staying }, nameOf }: Props) {
  const { free } = standings;
  if (free.length === 0) return null;
  const waiting = new Map(
    staying.flatMap((one): Array<[string, Staying]> =>
      one.why === 'not_reviewed' ? [] : [[one.reviewed.review.model.id, one]]
    )
  );
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
          {({ review: { model } }) => {
            const waits = waiting.get(model.id);
            return (
              <li key={model.id} data-test-subj={`deleteModelsRow-${model.id}`}>
                <ModelTitle model={model} />
                {waits && <p>{stayingWords(waits, nameOf)}</p>}
              </li>
            );
          }}
        </CappedList>
      </EuiText>
    </section>
  );
}
