import React from 'react';
import type { ReactNode } from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { retryWords } from './retry_words';

interface Props {
  title: string;
  heading?: 'h1' | 'h2';
  iconType: string;
  /** What the cluster said, and what it means. */
  children: ReactNode;
  /** Absent where another try would not help. */
  onRetry?(): void;
  isRetrying?: boolean;
  /** Another way on. */
  link?: ReactNode;
  'data-test-subj': string;
}

/** In place of a page, or of the whole of its content, that could not be read. */
export function FailurePrompt(props: Props) {
  const { title, heading: Heading = 'h2', iconType, children, onRetry, isRetrying, link } = props;
  return (
    <EuiEmptyPrompt
      data-test-subj={props['data-test-subj']}
      role="alert"
      iconType={iconType}
      title={<Heading>{title}</Heading>}
      body={children}
      // an array is what the prompt puts room between
      actions={[
        onRetry && (
          <EuiButton key="retry" iconType="refresh" onClick={onRetry} isLoading={isRetrying}>
            {retryWords()}
          </EuiButton>
        ),
        link && <React.Fragment key="link">{link}</React.Fragment>,
      ].filter(Boolean)}
    />
  );
}
