import React, { useEffect, useState } from 'react';
import { EuiButton, EuiEmptyPrompt, EuiLoadingSpinner, EuiPage, EuiPageBody } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { OLDEST_OPENSEARCH } from '../../common/plugin';
import { FailurePrompt } from '../components';

/** How long the menu may take to choose, in ms; where it fails, it never does. */
const PATIENCE_MS = 5_000;

interface Props {
  /** The menu has said that there is none; else it is about to choose one. */
  hasNone: boolean;
  onLocal(): void;
}

/** In place of a page of which it isn't known yet which cluster it shows. */
export function NoDataSource({ hasNone, onLocal }: Props) {
  const isLate = useIsLate();
  return (
    <EuiPage>
      <EuiPageBody component="main">
        {hasNone ? (
          <FailurePrompt title={noneWords()} iconType="database" data-test-subj="noDataSource">
            <p>{neededWords()}</p>
          </FailurePrompt>
        ) : (
          <EuiEmptyPrompt
            role="status"
            data-test-subj="choosingDataSource"
            title={<EuiLoadingSpinner size="xl" />}
            body={<p>{choosingWords()}</p>}
            actions={isLate && <EuiButton onClick={onLocal}>{localWords()}</EuiButton>}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return isLate;
}

function noneWords(): string {
  return i18n.translate('mlModels.dataSource.none', {
    defaultMessage: 'No data source has models to show',
  });
}

function neededWords(): string {
  return i18n.translate('mlModels.dataSource.needed', {
    defaultMessage:
      'Connect an OpenSearch cluster of version {version} or later that has ML Commons (the plugin opensearch-ml).',
    values: { version: OLDEST_OPENSEARCH },
  });
}

function choosingWords(): string {
  return i18n.translate('mlModels.dataSource.choosing', {
    defaultMessage: 'Looking for the data source to show …',
  });
}

function localWords(): string {
  return i18n.translate('mlModels.dataSource.local', { defaultMessage: 'Show the local cluster' });
}
