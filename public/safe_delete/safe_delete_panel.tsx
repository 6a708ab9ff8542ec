import React from 'react';
import { EuiLoadingContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { ErrorCallout } from '../components/error_callout';
import { SafeDeleteControl } from './safe_delete_control';
import { MayNotChange } from './safe_delete_notices';
import { safeDeleteState, useSafeDelete } from './safe_delete_state';
import type { SafeDeleteState } from './safe_delete_state';

/** Above the list: whether ML Commons itself refuses to delete models that are in use. */
export function SafeDeletePanel({ isClusterLost }: { isClusterLost: boolean }) {
  const { read, update } = useSafeDelete();
  const state = safeDeleteState(read);
  // the page says it once, with a way to try again
  if (isClusterLost && state.kind !== 'known') return null;
  return (
    <section
      data-test-subj="safeDeletePanel"
      // where the focus stays when the notice that had it goes
      tabIndex={-1}
      aria-label={i18n.translate('mlModels.safeDelete.region', { defaultMessage: 'Safe delete' })}
    >
      {state.kind === 'known' ? (
        <SafeDeleteControl setting={state.setting} update={update} />
      ) : (
        <>
          <NotKnown
            state={state}
            onRetry={() => void read.refetch()}
            isRetrying={read.isFetching}
          />
          <MayNotChange />
        </>
      )}
    </section>
  );
}

interface NotKnownProps {
  state: Exclude<SafeDeleteState, { kind: 'known' }>;
  isRetrying: boolean;
  onRetry(): void;
}

function NotKnown({ state, isRetrying, onRetry }: NotKnownProps) {
  switch (state.kind) {
    case 'loading':
      return <EuiLoadingContent lines={1} />;
    case 'unsupported':
      return (
        <EuiText size="s" data-test-subj="safeDeleteUnsupported">
          <p>
            <FormattedMessage
              id="mlModels.safeDelete.unsupported"
              defaultMessage="This cluster doesn’t have safe delete, which came with OpenSearch 2.19. ML Commons deletes models in use without warning. This page warns you."
            />
          </p>
        </EuiText>
      );
    case 'unread':
      return (
        <ErrorCallout
          color="warning"
          data-test-subj="safeDeleteUnread"
          title={i18n.translate('mlModels.safeDelete.unread', {
            defaultMessage: 'Couldn’t read whether safe delete is on',
          })}
          error={state.why}
          onRetry={onRetry}
          isRetrying={isRetrying}
        />
      );
  }
}
