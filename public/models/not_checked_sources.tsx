import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Coverage } from '../../common/dependents';
import { notChecked } from '../../common/dependents/not_checked';
import { retryWords } from '../components';
import { NotCheckedCallout } from '../dependents';
import { ForbiddenSources } from './forbidden_sources';

interface Props {
  coverage: Coverage;
  isRetrying: boolean;
  onRetry(): void;
}

/**
 * A callout for each source that was not read: what the list says of use may be too little. What
 * the user may not read, or only in part, is in one.
 */
export function NotCheckedSources({ coverage, isRetrying, onRetry }: Props) {
  const meaning = i18n.translate('mlModels.list.notChecked.meaning', {
    defaultMessage: 'Use counts may be too low.',
  });
  const unread = notChecked(coverage);
  const ofUser = unread.filter(({ state }) => state === 'forbidden' || state === 'partial');
  const together = ofUser.length > 1 ? ofUser : [];
  const alone = unread.filter((source) => !together.includes(source));
  return (
    <div role="status">
      {together.length > 0 && (
        <>
          <ForbiddenSources sources={together} onRetry={onRetry} isRetrying={isRetrying} />
          <EuiSpacer size="s" />
        </>
      )}
      {alone.map((source) => (
        <React.Fragment key={source.source}>
          <NotCheckedCallout
            source={source}
            meaning={meaning}
            retryLabel={retryWords()}
            onRetry={onRetry}
            isRetrying={isRetrying}
          />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
    </div>
  );
}
