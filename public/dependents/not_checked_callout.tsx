import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { SourceCoverage } from '../../common/dependents/coverage';
import { ClusterMessage } from '../components/error_callout';
import { retryLabel } from '../labels/action_labels';
import { kindPlural } from '../labels/dependent_labels';

interface Props {
  source: SourceCoverage;
  onRetry(): void;
  isRetrying?: boolean;
  /** What follows from it here. */
  meaning?: string;
}

/** A source that was not read, with the cluster's words: it is never shown as "none". */
export function NotCheckedCallout({ source, onRetry, isRetrying, meaning }: Props) {
  return (
    <EuiCallOut
      size="s"
      color="warning"
      iconType="alert"
      data-test-subj={`notChecked-${source.source}`}
      title={meaning ? `${title(source)} ${meaning}` : title(source)}
    >
      <EuiText size="s">
        <CoverageDetail source={source} />
      </EuiText>
      <EuiButtonEmpty size="xs" flush="left" onClick={onRetry} isLoading={isRetrying}>
        {retryLabel()}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}

function title({ source, state }: SourceCoverage): string {
  const values = { sources: kindPlural(source) };
  switch (state) {
    case 'forbidden':
      return i18n.translate('mlModels.notChecked.forbidden', {
        defaultMessage: 'Not checked: you don’t have permission to read {sources}.',
        values,
      });
    case 'partial':
      return i18n.translate('mlModels.notChecked.partial', {
        defaultMessage: 'Checked only in part: there may be {sources} that you can’t see.',
        values,
      });
    case 'off':
      return i18n.translate('mlModels.notChecked.off', {
        defaultMessage: 'Not checked: the feature of {sources} is turned off, but some are stored.',
        values,
      });
    default:
      return i18n.translate('mlModels.notChecked.failed', {
        defaultMessage: 'Not checked: couldn’t read {sources}.',
        values,
      });
  }
}

/**
 * Why a source was not read, or not whole. Of one that was read in part the cluster says nothing:
 * those words are the plugin's own.
 */
export function CoverageDetail({ source: { state, detail } }: { source: SourceCoverage }) {
  if (!detail) return null;
  return state === 'partial' ? <p>{detail}</p> : <ClusterMessage message={detail} />;
}
