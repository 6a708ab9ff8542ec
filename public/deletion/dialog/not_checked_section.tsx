import React from 'react';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents';
import { notChecked } from '../../../common/dependents/not_checked';
import { ClusterWords } from '../../components';
import { NotCheckedCallout } from '../../dependents';

interface Props {
  review: Review;
  onCheckAgain(): void;
}

/** What could not be checked, each with the cluster's words. */
export function NotCheckedSection({ review, onCheckAgain }: Props) {
  const { enabled, detail } = review.safe_delete;
  return (
    <>
      {notChecked(review.coverage).map((source) => (
        <React.Fragment key={source.source}>
          <EuiSpacer size="s" />
          <NotCheckedCallout
            source={source}
            onRetry={onCheckAgain}
            retryLabel={i18n.translate('mlModels.delete.tryAgain', { defaultMessage: 'Try again' })}
          />
        </React.Fragment>
      ))}
      {enabled === null && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="warning"
            iconType="alert"
            data-test-subj="safeDeleteNotChecked"
            title={i18n.translate('mlModels.delete.safeDeleteUnread', {
              defaultMessage: 'Not checked: it could not be read whether safe delete is on.',
            })}
          >
            <EuiText size="s">{detail && <ClusterWords words={detail} />}</EuiText>
          </EuiCallOut>
        </>
      )}
    </>
  );
}
