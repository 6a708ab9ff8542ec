import React from 'react';
import { EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ListModelsAnswer } from '../../../common/contracts/models';
import type { Coverage } from '../../../common/dependents/coverage';
import { notChecked } from '../../../common/dependents/verdict';
import type { UsageFilter } from '../../../common/models/listing';
import type { UsageByModel } from '../../../common/models/usage';
import { ErrorCallout } from '../../components/error_callout';
import type { useUsage } from '../../queries';

/**
 * What is known of the usage of models: undefined while it is being read, null where it could not
 * be read.
 */
export type KnownUsage = { usage: UsageByModel; coverage: Coverage } | null | undefined;

/** The usage of the models of a page: that by which it was filtered or sorted, else the session's. */
export function usageOfPage(
  answer: ListModelsAnswer | undefined,
  { data, error }: Pick<ReturnType<typeof useUsage>, 'data' | 'error'>
): KnownUsage {
  if (answer?.usage && answer.coverage) return { usage: answer.usage, coverage: answer.coverage };
  return data ?? (error ? null : undefined);
}

/** How many of so many models there are of each use; null while that is not known. */
export function countUsage(all: number, known: KnownUsage): Record<UsageFilter, number> | null {
  if (!known) return null;
  const inUse = Object.keys(known.usage).length;
  const others = Math.max(all - inUse, 0);
  const isAllChecked = notChecked(known.coverage).length === 0;
  return {
    in_use: inUse,
    unused: isAllChecked ? others : 0,
    unknown: isAllChecked ? 0 : others,
  };
}

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
            defaultMessage: 'Refresh usage',
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
          defaultMessage: 'Couldn’t check what uses the models.',
        })}
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
      <EuiSpacer size="s" />
    </>
  );
}
