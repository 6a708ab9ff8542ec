import React from 'react';
import { i18n } from '@osd/i18n';
import type { ApiError } from '../../api';
import { AppLink, FailurePrompt } from '../../components';
import { useAddresses, useServices } from '../../services';
import { UnreadWords } from '../unread_words';

interface Props {
  modelId: string;
  error: ApiError;
  isRetrying: boolean;
  onRetry(): void;
}

/** In place of the page where there is no such model, or it could not be read. */
export function ModelFailure({ modelId, error, ...retry }: Props) {
  const { list } = useAddresses();
  const frame = {
    // the platform's header has the page's title
    heading: useServices().header ? ('h2' as const) : ('h1' as const),
    link: (
      <AppLink to={list}>
        {i18n.translate('mlModels.modelPage.toList', { defaultMessage: 'All models' })}
      </AppLink>
    ),
  };
  if (error.reason === 'not_found') {
    return (
      <FailurePrompt {...frame} title={goneWords()} iconType="search" data-test-subj="modelGone">
        <p className="eui-textBreakWord">
          {i18n.translate('mlModels.modelPage.goneBody', {
            defaultMessage:
              'No model of this cluster has the ID {modelId}. It may have been deleted.',
            values: { modelId },
          })}
        </p>
      </FailurePrompt>
    );
  }
  return (
    <FailurePrompt
      {...frame}
      {...retry}
      title={failedWords()}
      iconType={error.status === 403 ? 'lock' : 'alert'}
      data-test-subj="pageError"
    >
      <UnreadWords error={error} />
    </FailurePrompt>
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
