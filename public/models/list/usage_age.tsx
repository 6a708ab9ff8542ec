import React from 'react';
import { EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { ErrorCallout } from '../../components/error_callout';
import type { useUsage } from '../../queries';

interface Props {
  usage: ReturnType<typeof useUsage>;
}

/** How old the usage is that the list shows, and a way to read it again. */
export function UsageAge({ usage: { data, refetch } }: Props) {
  if (!data) return null;
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiText size="xs" color="subdued">
          <p data-test-subj="usageReadAt">
            {i18n.translate('mlModels.usage.readAt', {
              defaultMessage: 'Usage as of {time, time, short}',
              values: { time: data.read_at },
            })}
          </p>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonIcon
          iconType="refresh"
          data-test-subj="usageRefresh"
          aria-label={i18n.translate('mlModels.usage.refresh', {
            defaultMessage: 'Check again what uses the models',
          })}
          // disabled it would lose the focus
          onClick={() => void refetch({ cancelRefetch: false })}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

/** That it could not be read what uses the models: none of them is called unused then. */
export function UsageFailure({ usage: { error, isFetching, refetch } }: Props) {
  if (!error) return null;
  return (
    <>
      <ErrorCallout
        role="alert"
        data-test-subj="usageError"
        title={i18n.translate('mlModels.usage.failed', {
          defaultMessage: 'What uses the models could not be read.',
        })}
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
      <EuiSpacer size="s" />
    </>
  );
}
