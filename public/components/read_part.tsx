import React from 'react';
import type { ReactElement } from 'react';
import { EuiLoadingContent } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { ReadFailure } from './read_failure';
import type { Said } from './said_words';

interface Props<T> {
  query: Pick<UseQueryResult<T, Said>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  /** That it could not be read. */
  failedWords: string;
  'data-test-subj': string;
  /** Draws what was read. */
  children(data: T): ReactElement;
}

/** A part of a page that is read by itself: it loads, it failed, or it is there, perhaps older. */
export function ReadPart<T>({ query, failedWords, children, ...rest }: Props<T>) {
  const { data, error, isFetching, refetch } = query;
  return (
    <div {...rest}>
      {error && (
        <ReadFailure
          title={failedWords}
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data !== undefined ? children(data) : !error && <EuiLoadingContent lines={4} />}
    </div>
  );
}
