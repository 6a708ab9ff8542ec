import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiBadge,
  EuiPanel,
  EuiSpacer,
  EuiText,
  htmlIdGenerator,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RunReview } from '../../../../common/deletion';
import { asInRun } from '../../../../common/deletion/bulk/review_in_run';
import { BreaksSection } from '../../dialog/breaks_section';
import { NameField } from '../../dialog/name_field';
import { UndeployChoice } from '../../dialog/undeploy_choice';
import { RecoveryFile } from '../../recovery';
import { needsUndeploy, toAccept } from '../../state';
import type { BulkAskingView } from '../state';
import { ModelTitle } from './model_title';

interface Props {
  view: BulkAskingView;
  reviewed: RunReview;
  goes: boolean;
  /** What else it waits for, in words. */
  waits: string | null;
}

/** A model that goes only if the admin says so: what would break, and the word for it. */
export function AskedModel({ view, reviewed, goes, waits }: Props) {
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
