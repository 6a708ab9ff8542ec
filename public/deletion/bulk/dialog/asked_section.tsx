import React, { useState } from 'react';
import { EuiCheckbox, EuiSpacer, EuiTitle, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { CappedList } from '../../../dependents';
import { usePermission } from '../../use_permissions';
import type { BulkAskingView } from '../state';
import { AskedModel } from './asked_model';

interface Props {
  view: BulkAskingView;
  /** What a model still waits for, in words. */
  waitsOf(modelId: string): string | null;
}

/** The models that go only if the admin says so, each for itself. */
export function AskedSection({ view, waitsOf }: Props) {
  const { asked } = view.standings;
  if (asked.length === 0) return null;
  const going = new Set(view.going.map(({ reviewed }) => reviewed.review.model.id));
  return (
    <section data-test-subj="deleteModelsAsked">
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('mlModels.deleteMany.asked', {
            defaultMessage:
              '{count, plural, one {# model goes only if you say so} other {# models go only if you say so}}',
            values: { count: asked.length },
          })}
        </h3>
      </EuiTitle>
      <UndeployAll view={view} />
      <EuiSpacer size="s" />
      <CappedList items={asked}>
        {(reviewed) => {
          const { id } = reviewed.review.model;
          return (
            <AskedModel
              key={id}
              view={view}
              reviewed={reviewed}
              goes={going.has(id)}
              waits={waitsOf(id)}
            />
          );
        }}
      </CappedList>
    </section>
  );
}

/** One word for all that are deployed: what else stands against one of them is asked by itself. */
function UndeployAll({ view }: { view: BulkAskingView }) {
  const [id] = useState(htmlIdGenerator('undeployAll'));
  const deployed = view.standings.asked.flatMap(({ conditions_in_run: conditions, review }) =>
    conditions.includes('undeploy_first') ? review.model.id : []
  );
  const { allowed } = usePermission('undeploy_model');
  // who may not is told so at each of them
  if (deployed.length < 2 || allowed === false) return null;
  const chosen = deployed.filter((one) => view.said.undeploy.has(one)).length;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCheckbox
        id={id}
        data-test-subj="deleteModelsUndeployAll"
        label={i18n.translate('mlModels.deleteMany.undeployAll', {
          defaultMessage: 'Undeploy all {count} that are deployed, then delete them',
          values: { count: deployed.length },
        })}
        checked={chosen === deployed.length}
        indeterminate={chosen > 0 && chosen < deployed.length}
        onChange={({ target }) => view.chooseUndeploy(deployed, target.checked)}
      />
    </>
  );
}
