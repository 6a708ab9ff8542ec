import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ApiError } from '../../api';
import { AppLink, SaidWords } from '../../components';
import { useAddresses, useServices } from '../../services';

interface Props {
  modelId: string;
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of the page where there is no such model, or it could not be read. */
export function ModelFailure({ modelId, error, isRetrying, onRetry }: Props) {
  const { list } = useAddresses();
  // the platform's header has the page's title
  const Heading = useServices().header ? 'h2' : 'h1';
  const isGone = error.reason === 'not_found';
  return (
    <EuiEmptyPrompt
      data-test-subj={isGone ? 'modelGone' : 'pageError'}
      role="alert"
      iconType={isGone ? 'search' : error.status === 403 ? 'lock' : 'alert'}
      title={<Heading>{isGone ? goneWords() : failedWords()}</Heading>}
      body={
        isGone ? (
          <p className="eui-textBreakWord">
            {i18n.translate('mlModels.modelPage.goneBody', {
              defaultMessage:
                'No model of this cluster has the ID {modelId}. It may have been deleted.',
              values: { modelId },
            })}
          </p>
        ) : (
          <SaidWords said={error} />
        )
      }
      // an array is what the prompt puts room between
      actions={[
        ...(isGone
          ? []
          : [
              <EuiButton key="retry" iconType="refresh" onClick={onRetry} isLoading={isRetrying}>
                {i18n.translate('mlModels.modelPage.retry', { defaultMessage: 'Retry' })}
              </EuiButton>,
            ]),
        <AppLink key="list" to={list}>
          {i18n.translate('mlModels.modelPage.toList', { defaultMessage: 'All models' })}
        </AppLink>,
      ]}
    />
  );
}

function goneWords(): string {
  return i18n.translate('mlModels.modelPage.gone', { defaultMessage: 'There is no such model' });
}

function failedWords(): string {
  return i18n.translate('mlModels.modelPage.failed', {
    defaultMessage: 'The model could not be read',
  });
}
