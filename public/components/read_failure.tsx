import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiText } from '@elastic/eui';
import { retryWords } from './retry_words';
import { SaidWords } from './said_words';
import type { Said } from './said_words';

interface Props {
  title: string;
  error: Said;
  isRetrying?: boolean;
  retryLabel?: string;
  onRetry(): void;
  'data-test-subj'?: string;
}

/** In place of a part of a page that could not be read, or over an older one. */
export function ReadFailure({ title, error, isRetrying, retryLabel, onRetry, ...rest }: Props) {
  return (
    <EuiCallOut size="s" color="danger" iconType="alert" role="alert" title={title} {...rest}>
      <EuiText size="s">
        <SaidWords said={error} />
      </EuiText>
      <EuiButtonEmpty size="xs" flush="left" onClick={onRetry} isLoading={isRetrying}>
        {retryLabel ?? retryWords()}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
