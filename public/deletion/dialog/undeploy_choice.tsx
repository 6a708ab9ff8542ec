import React, { useState } from 'react';
import { EuiCallOut, EuiCheckbox, EuiSpacer, EuiText, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DependentKind, Review } from '../../../common/dependents';
import { notChecked } from '../../../common/dependents/not_checked';
import { listWords } from '../../components';
import { kindPlural } from '../../dependents';
import { Permitted } from '../permitted';

interface Props {
  review: Review;
  isChosen: boolean;
  onChoose(undeploy: boolean): void;
}

/** Undeploying takes the model out of service at once, so it is agreed to on its own. */
export function UndeployChoice({ review, isChosen, onChoose }: Props) {
  const [id] = useState(htmlIdGenerator('undeploy'));
  const label = i18n.translate('mlModels.delete.undeployChoice', {
    defaultMessage: 'Undeploy it, then delete',
  });
  return (
    <>
      <MayRefuseNotice review={review} />
      <EuiSpacer size="m" />
      <Permitted action="undeploy_model" label={label}>
        {(isForbidden) => (
          <EuiCheckbox
            id={id}
            data-test-subj="deleteModelUndeploy"
            label={label}
            checked={isChosen}
            disabled={isForbidden}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
      </Permitted>
    </>
  );
}

/** Where ML Commons itself looks for the model before it deletes it. */
const GUARDED: ReadonlySet<DependentKind> = new Set<DependentKind>([
  'ingest_pipeline',
  'search_pipeline',
  'agent',
]);

/**
 * That ML Commons may refuse over what could not be checked, and only once the model is undeployed:
 * it looks at the state first.
 */
function MayRefuseNotice({ review }: { review: Review }) {
  const { enabled } = review.safe_delete;
  const sources = notChecked(review.coverage).filter(({ source }) => GUARDED.has(source));
  if (enabled === false || sources.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        data-test-subj="deleteModelMayRefuse"
        title={i18n.translate('mlModels.delete.mayRefuse', {
          defaultMessage: 'ML Commons may still refuse after the undeploy',
        })}
      >
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.delete.mayRefuseMeaning', {
              defaultMessage:
                '{isOn, select, true {Safe delete is on} other {Safe delete may be on}}, and these were not checked: {sources}. If one of them uses the model, the delete is refused only once the model is undeployed: it is out of service then, until it is deployed again.',
              values: {
                isOn: String(enabled),
                sources: listWords(sources.map(({ source }) => kindPlural(source))),
              },
            })}
          </p>
        </EuiText>
      </EuiCallOut>
    </>
  );
}
