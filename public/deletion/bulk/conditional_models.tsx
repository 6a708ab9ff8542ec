import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiBadge,
  EuiCheckbox,
  EuiPanel,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { EMPTY_FORM, needsUndeploy, toAccept } from '../../../common/deletion/consent';
import type { Review } from '../../../common/dependents/review';
import { CappedList } from '../../components/capped_list';
import { usePermission } from '../../queries';
import { MayRefuseNotice, NameField, UndeployChoice } from '../consent_fields';
import { RecoveryFile } from '../recovery_file';
import { DependentsSection } from '../review_sections';
import type { BulkConfirmingView } from './bulk_state';
import { ModelTitle, RunSection } from './run_section';

interface ConditionalModelsProps {
  view: BulkConfirmingView;
  /** What a model still waits for, in words. */
  waitsOf(modelId: string): string | null;
}

/** The models that are deleted only if the admin agrees, to each by itself. */
export function ConditionalModels({ view, waitsOf }: ConditionalModelsProps) {
  const { conditional } = view.sections;
  if (conditional.length === 0) return null;
  const planned = new Set(view.plan.deletes.map(({ shown }) => shown.model.id));
  return (
    <RunSection
      data-test-subj="deleteModelsAsked"
      title={i18n.translate('mlModels.deleteMany.asked', {
        defaultMessage: '{count, plural, one {# model} other {# models}} to confirm',
        values: { count: conditional.length },
      })}
    >
      <UndeployAll view={view} />
      <EuiSpacer size="s" />
      <CappedList items={conditional}>
        {({ shown }) => {
          const { id } = shown.model;
          return (
            <ConditionalModel
              key={id}
              view={view}
              review={shown}
              isPlanned={planned.has(id)}
              waits={waitsOf(id)}
            />
          );
        }}
      </CappedList>
    </RunSection>
  );
}

/** Agrees to the undeploy of all that are deployed; each one's other conditions stay its own. */
function UndeployAll({ view }: { view: BulkConfirmingView }) {
  const [id] = useState(htmlIdGenerator('undeployAll'));
  const deployed = view.sections.conditional.flatMap(({ shown }) =>
    needsUndeploy(shown) ? shown.model.id : []
  );
  const { allowed } = usePermission('undeploy_model');
  // who may not sees that at each of them
  if (deployed.length < 2 || allowed === false) return null;
  const chosen = deployed.filter((one) => view.forms.get(one)?.undeploy).length;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCheckbox
        id={id}
        data-test-subj="deleteModelsUndeployAll"
        label={i18n.translate('mlModels.deleteMany.undeployAll', {
          defaultMessage: 'Undeploy all {count} deployed models, then delete them',
          values: { count: deployed.length },
        })}
        checked={chosen === deployed.length}
        indeterminate={chosen > 0 && chosen < deployed.length}
        onChange={({ target }) => view.chooseUndeploy(deployed, target.checked)}
      />
    </>
  );
}

interface ConditionalModelProps {
  view: BulkConfirmingView;
  review: Review;
  isPlanned: boolean;
  /** What else it waits for, in words. */
  waits: string | null;
}

/** What would break with a model, and the fields by which the admin agrees to its delete. */
function ConditionalModel({ view, review, isPlanned, waits }: ConditionalModelProps) {
  const [breaksId] = useState(htmlIdGenerator('breaks'));
  const { model, dependents } = review;
  const form = view.forms.get(model.id) ?? EMPTY_FORM;
  return (
    <li data-test-subj={`deleteModelsRow-${model.id}`}>
      <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
        <EuiText size="s">
          <ModelTitle model={model} />{' '}
          {isPlanned && (
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
                    defaultMessage: '{count, plural, one {# dependent} other {# dependents}}',
                    values: { count: dependents.length },
                  })}
                </EuiText>
              }
            >
              <DependentsSection review={review} />
            </EuiAccordion>
          </>
        )}
        {review.conditions.includes('breaks') && <RecoveryFile model={model} />}
        {needsUndeploy(review) && (
          <>
            <MayRefuseNotice review={review} />
            <EuiSpacer size="m" />
            <UndeployChoice
              model={model}
              isChosen={form.undeploy}
              onChoose={(chosen) => view.chooseUndeploy([model.id], chosen)}
            />
          </>
        )}
        {toAccept(review).length > 0 && (
          <>
            <EuiSpacer size="m" />
            <NameField
              model={model}
              typed={form.typedName}
              onType={(name) => view.typeName(model.id, name)}
              testSubject={`deleteModelsName-${model.id}`}
            />
          </>
        )}
      </EuiPanel>
      <EuiSpacer size="s" />
    </li>
  );
}
