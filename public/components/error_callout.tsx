import React from 'react';
import type { ReactElement, ReactNode } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiEmptyPrompt,
  EuiLoadingContent,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import { errorMeaning } from '../api/errors';
import type { ApiError } from '../api/errors';
import { retryLabel } from '../labels/action_labels';
import { timeAgo } from './time_ago';

interface ErrorCalloutProps {
  /** What failed, in a sentence. */
  title?: string;
  error: ErrorDetails;
  /** What follows from it. */
  children?: ReactNode;
  /** Absent where another try would not help, or has a button elsewhere. */
  onRetry?(): void;
  isRetrying?: boolean;
  /** Absent where the failure is read out with something else. */
  role?: 'alert';
  color?: 'danger' | 'warning';
  'data-test-subj'?: string;
}

/** What failed, where it failed: the server's message, the cluster's, and a way to try again. */
export function ErrorCallout({
  title,
  error,
  children,
  onRetry,
  isRetrying,
  color = 'danger',
  ...rest
}: ErrorCalloutProps) {
  return (
    <EuiCallOut size="s" color={color} iconType="alert" title={title} {...rest}>
      <EuiText size="s">
        <ErrorDetailsText error={error} />
        {children}
      </EuiText>
      {onRetry && (
        <EuiButtonEmpty size="xs" flush="left" onClick={onRetry} isLoading={isRetrying}>
          {retryLabel()}
        </EuiButtonEmpty>
      )}
    </EuiCallOut>
  );
}

interface ReadPartProps<T> {
  query: Pick<UseQueryResult<T, ErrorDetails>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  /** That it could not be read. */
  failedText: string;
  'data-test-subj': string;
  /** Draws what was read. */
  children(data: T): ReactElement;
}

/** A part of a page that is read by itself: it loads, it failed, or it is there, perhaps older. */
export function ReadPart<T>({ query, failedText, children, ...rest }: ReadPartProps<T>) {
  const { data, error, isFetching, refetch } = query;
  return (
    <div {...rest}>
      {error && (
        <ErrorCallout
          role="alert"
          title={failedText}
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data !== undefined ? children(data) : !error && <EuiLoadingContent lines={4} />}
    </div>
  );
}

interface FailurePromptProps {
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
export function FailurePrompt(props: FailurePromptProps) {
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
            {retryLabel()}
          </EuiButton>
        ),
        link && <React.Fragment key="link">{link}</React.Fragment>,
      ].filter(Boolean)}
    />
  );
}

/** An error's message for people, and the cluster's own where there is one. */
export interface ErrorDetails {
  message?: string;
  cluster_message?: string;
}

/** An error's message, then the cluster's; once where they are the same. */
export function ErrorDetailsText({
  error: { message, cluster_message: clusterMessage },
}: {
  error: ErrorDetails;
}) {
  return (
    <>
      {message && message !== clusterMessage && <p className="eui-textBreakWord">{message}</p>}
      {clusterMessage && <ClusterMessage message={clusterMessage} />}
    </>
  );
}

/** A message of the cluster, marked as such. */
export function ClusterMessage({ message }: { message: string }) {
  return (
    <p className="eui-textBreakWord">
      {i18n.translate('mlModels.clusterWords', {
        defaultMessage: 'Cluster response: “{words}”',
        values: { words: message },
      })}
    </p>
  );
}

interface StaleNoticeProps {
  error: ApiError;
  /** Epoch ms of what is shown. */
  readAt: number;
  isRetrying: boolean;
  onRetry(): void;
}

/** Above a list that could not be read again: how old it is and why. */
export function StaleNotice({ error, readAt, isRetrying, onRetry }: StaleNoticeProps) {
  return (
    <>
      <ErrorCallout
        role="alert"
        data-test-subj="modelsStale"
        title={i18n.translate('mlModels.stale.title', {
          defaultMessage: 'Couldn’t refresh. Last updated {ago}.',
          values: { ago: timeAgo(readAt) },
        })}
        error={error}
        isRetrying={isRetrying}
        onRetry={onRetry}
      />
      <EuiSpacer size="s" />
    </>
  );
}

/** Why models could not be read, and what to do where that is known. */
export function ReadErrorText({ error }: { error: ApiError }) {
  const isKnown = error.cause === 'no_ml_commons' || error.reason === 'data_source_unavailable';
  return (
    <>
      <ErrorDetailsText error={error} />
      {isKnown && <p>{errorMeaning(error)}</p>}
    </>
  );
}
