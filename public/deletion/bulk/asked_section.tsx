import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiBadge,
  EuiCheckbox,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RunReview } from '../../../common/contracts/bulk_deletion';
import { asInRun } from '../../../common/deletion/review_in_run';
import { CappedList } from '../../components/capped_list';
import { usePermission } from '../../queries';
import { NameField, UndeployChoice } from '../consent_fields';
import { needsUndeploy, toAccept } from '../dialog_state';
import { RecoveryFile } from '../recovery_file';
import { BreaksSection } from '../review_sections';
import type { BulkAskingView } from './bulk_state';
import { ModelTitle } from './model_title';

interface AskedSectionProps {
  view: BulkAskingView;
  /** What a model still waits for, in words. */
  waitsOf(modelId: string): string | null;
}

/** The models that go only if the admin says so, each for itself. */
export function AskedSection({ view, waitsOf }: AskedSectionProps) {
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

interface AskedModelProps {
  view: BulkAskingView;
  reviewed: RunReview;
  goes: boolean;
  /** What else it waits for, in words. */
  waits: string | null;
}

/** A model that goes only if the admin says so: what would break, and the word for it. */
function AskedModel({ view, reviewed, goes, waits }: AskedModelProps) {
  const [breaksId] = useState(htmlIdGenerator('breaks'));
  const review = asInRun(reviewed);
  const { model, dependents } = review;
  const { typedNames, undeploy } = view.said;
  return (
    <li data-test-subj={`deleteModelsRow-${model.id}`}>
      <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
        <EuiText size="s">
          <ModelTitle model={model} />{' '}
          {goes && (
            <EuiBadge color="danger">
              {i18n.translate('mlModels.deleteMany.goes', { defaultMessage: 'Will be deleted' })}
            </EuiBadge>
          )}
          {waits && <p>{waits}</p>}
        </EuiText>
        {dependents.length > 0 && (
          <>
            <EuiSpacer size="xs" />
            <EuiAccordion
              id={breaksId}
              buttonContent={
                <EuiText size="s">
                  {i18n.translate('mlModels.deleteMany.uses', {
                    defaultMessage:
                      '{count, plural, one {# resource that holds its ID may} other {# resources that hold its ID may}} fail afterwards',
                    values: { count: dependents.length },
                  })}
                </EuiText>
              }
            >
              <BreaksSection review={review} />
            </EuiAccordion>
          </>
        )}
        {review.conditions.includes('breaks') && <RecoveryFile model={model} />}
        {needsUndeploy(review) && (
          <UndeployChoice
            review={review}
            isChosen={undeploy.has(model.id)}
            onChoose={(chosen) => view.chooseUndeploy([model.id], chosen)}
          />
        )}
        {toAccept(review).length > 0 && (
          <NameField
            model={model}
            typed={typedNames.get(model.id) ?? ''}
            onType={(name) => view.typeName(model.id, name)}
            testSubject={`deleteModelsName-${model.id}`}
          />
        )}
      </EuiPanel>
      <EuiSpacer size="s" />
    </li>
  );
}
