import React from 'react';
import { EuiCallOut, EuiCode, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { Coverage, CoverageState } from '../../common/dependents/coverage';
import type { Review } from '../../common/dependents/review';
import { notChecked } from '../../common/dependents/verdict';
import { ClusterMessage } from '../components/error_callout';
import { formatList } from '../components/format_list';
import { NotCheckedCallout } from '../dependents/not_checked_callout';
import { kindPlural } from '../labels/dependent_labels';

interface Props {
  review: Review;
  onCheckAgain(): void;
}

/** What could not be checked, each with the cluster's words; nothing where all was. */
export function NotCheckedSection({ review, onCheckAgain }: Props) {
  const { enabled, detail } = review.safe_delete;
  const sources = notChecked(review.coverage);
  return (
    <>
      {sources.map((source) => (
        <React.Fragment key={source.source}>
          <EuiSpacer size="s" />
          <NotCheckedCallout source={source} onRetry={onCheckAgain} />
        </React.Fragment>
      ))}
      {sources.length > 0 && enabled !== null && <GuardSentence isOn={enabled} />}
      {enabled === null && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="warning"
            iconType="alert"
            data-test-subj="safeDeleteNotChecked"
            title={i18n.translate('mlModels.delete.safeDeleteUnread', {
              defaultMessage: 'Couldn’t read whether safe delete is on.',
            })}
          >
            <EuiText size="s">{detail && <ClusterMessage message={detail} />}</EuiText>
          </EuiCallOut>
        </>
      )}
    </>
  );
}

/** Whether anything else looks where this page could not: the check by key is ML Commons' own. */
function GuardSentence({ isOn }: { isOn: boolean }) {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="deleteModelGuard">
        <p>
          {isOn ? (
            <FormattedMessage
              id="mlModels.delete.stillGuarded"
              defaultMessage="Safe delete is on: ML Commons still refuses the delete if a pipeline or agent has this ID under {key}."
              values={{ key: <EuiCode>model_id</EuiCode> }}
            />
          ) : (
            <FormattedMessage
              id="mlModels.delete.notGuarded"
              defaultMessage="Safe delete is off: nothing else checks these before the delete."
            />
          )}
        </p>
      </EuiText>
    </>
  );
}

/** Which sources were read, and which this cluster doesn't have. */
export function CheckedSources({ coverage }: { coverage: Coverage }) {
  const sources = (state: CoverageState) =>
    formatList(coverage.filter((one) => one.state === state).map((one) => kindPlural(one.source)));
  const read = sources('read');
  const absent = sources('absent');
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" color="subdued">
        {read && (
          <p>
            {i18n.translate('mlModels.delete.checked', {
              defaultMessage: 'Checked: {sources}.',
              values: { sources: read },
            })}
          </p>
        )}
        {absent && (
          <p>
            {i18n.translate('mlModels.delete.absent', {
              defaultMessage: 'This cluster has no {sources}.',
              values: { sources: absent },
            })}
          </p>
        )}
      </EuiText>
    </>
  );
}
