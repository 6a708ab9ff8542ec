import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiCopy,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useMutation } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Embedding, EmbeddingTask } from '../../common/replacement/embedding';
import type { ApiError } from '../api/errors';
import { ErrorCallout } from '../components/error_callout';
import { useEmbedding } from '../queries';
import { useServices } from '../services/services';
import type { ToEmbed } from './kept_changes';

/** An index to embed again, and the model by which. */
export interface IndexToEmbed extends ToEmbed {
  replacementId: string;
}

interface EmbedAgainProps {
  modelId: string;
  indexes: readonly IndexToEmbed[];
}

/** The indexes with vectors of the old model, and how each comes to those of the new one. */
export function EmbedAgain({ modelId, indexes }: EmbedAgainProps) {
  return (
    <section data-test-subj="embedAgain">
      <EuiCallOut
        color="warning"
        iconType="alert"
        title={i18n.translate('mlModels.embed.title', {
          defaultMessage:
            'Embed the documents of {count, plural, one {# index} other {# indexes}} again',
          values: { count: indexes.length },
        })}
      >
        <EuiText size="s">
          <p>
            {i18n.translate('mlModels.embed.meaning', {
              defaultMessage:
                'Until then their documents have vectors of the old model. Each of these requests calls the model for every document of its index, and answers with the ID of a task. A semantic field can be embedded again from here, too.',
            })}
          </p>
        </EuiText>
        {indexes.map((one) => (
          <div key={one.index} data-test-subj={`embed-${one.index}`}>
            <EuiSpacer size="s" />
            <EmbedRequest toEmbed={one} />
            {one.pipeline === null && <SemanticIndex modelId={modelId} toEmbed={one} />}
          </div>
        ))}
      </EuiCallOut>
    </section>
  );
}

/** The request that embeds the documents of an index again, as a task of the cluster. */
function embedRequest({ index, pipeline }: ToEmbed): string {
  const query = [
    'conflicts=proceed',
    'wait_for_completion=false',
    // the documents are found by a search, with which the index's default one has nothing to do
    'search_pipeline=_none',
    // a semantic field embeds without a pipeline
    `pipeline=${encodeURIComponent(pipeline ?? '_none')}`,
  ];
  return `POST /${encodeURIComponent(index)}/_update_by_query?${query.join('&')}`;
}

function EmbedRequest({ toEmbed }: { toEmbed: ToEmbed }) {
  const request = embedRequest(toEmbed);
  return (
    <EuiCopy textToCopy={request}>
      {(copy) => (
        <EuiText size="s">
          <p>
            <code className="eui-textBreakAll">{request}</code>{' '}
            {toEmbed.documents !== null &&
              i18n.translate('mlModels.embed.documents', {
                defaultMessage: '({count, plural, one {# document} other {# documents}})',
                values: { count: toEmbed.documents },
              })}
            <EuiButtonEmpty size="xs" iconType="copy" onClick={copy}>
              {i18n.translate('mlModels.embed.copy', { defaultMessage: 'Copy' })}
            </EuiButtonEmpty>
          </p>
        </EuiText>
      )}
    </EuiCopy>
  );
}

/** How far an index with semantic fields is, and what embeds it again or stops that. */
function SemanticIndex({ modelId, toEmbed }: { modelId: string; toEmbed: IndexToEmbed }) {
  const { api } = useServices();
  const { index, replacementId } = toEmbed;
  const [taskId, setTaskId] = useState<string>();
  const query = useEmbedding(modelId, { replacement_id: replacementId, index, task_id: taskId });
  const start = useMutation<{ task_id: string }, ApiError>({
    mutationFn: () => api.startEmbedding(modelId, { replacement_id: replacementId, index }),
    onSuccess: ({ task_id: id }) => setTaskId(id),
  });
  const cancel = useMutation<unknown, ApiError, string>({
    mutationFn: (id) => api.cancelEmbedding(modelId, { index, task_id: id }),
    onSuccess: () => void query.refetch(),
  });
  const failed = start.error ?? cancel.error;
  const { data } = query;
  const task = data?.task;
  const isRunning = task?.state === 'running';
  return (
    <>
      {query.error && (
        <ErrorCallout
          role="alert"
          title={i18n.translate('mlModels.embed.unread', {
            defaultMessage: 'Couldn’t read how far the index is.',
          })}
          error={query.error}
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      )}
      {failed && <ErrorCallout role="alert" error={failed} />}
      {data && <EmbeddingState embedding={data} />}
      <EuiSpacer size="xs" />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {isRunning ? (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              color="text"
              isLoading={cancel.isLoading}
              onClick={() => cancel.mutate(task.id)}
              data-test-subj={`cancelEmbedding-${index}`}
            >
              {i18n.translate('mlModels.embed.cancel', { defaultMessage: 'Cancel the task' })}
            </EuiButton>
          </EuiFlexItem>
        ) : (
          data &&
          !isEmbedded(data) && (
            <EuiFlexItem grow={false}>
              <EuiButton
                size="s"
                color="text"
                isLoading={start.isLoading}
                onClick={() => start.mutate()}
                data-test-subj={`startEmbedding-${index}`}
              >
                {i18n.translate('mlModels.embed.start', {
                  defaultMessage:
                    'Embed {count, plural, one {# document} other {# documents}} again',
                  values: { count: data.documents },
                })}
              </EuiButton>
            </EuiFlexItem>
          )
        )}
      </EuiFlexGroup>
    </>
  );
}

function isEmbedded({ read, embedded }: Embedding): boolean {
  return embedded === read;
}

function EmbeddingState({ embedding }: { embedding: Embedding }) {
  const { task, read, embedded, documents } = embedding;
  if (task?.state === 'running') {
    return (
      <>
        <EuiProgress value={task.processed} max={Math.max(task.total, 1)} size="s" aria-hidden />
        <EuiSpacer size="xs" />
        <EuiText size="s">
          <p role="status">
            {i18n.translate('mlModels.embed.progress', {
              defaultMessage: '{processed, number} of {total, number} documents processed…',
              values: { processed: task.processed, total: task.total },
            })}
          </p>
        </EuiText>
      </>
    );
  }
  return (
    <div role="status">
      {task && !isEmbedded(embedding) && (
        <EuiText size="s">
          <p className="eui-textBreakWord">{endText(task)}</p>
        </EuiText>
      )}
      <EuiHealth color={isEmbedded(embedding) ? 'success' : 'warning'}>
        {read < documents
          ? i18n.translate('mlModels.embed.sampled', {
              defaultMessage:
                'In {embedded, number} of {read, number} documents, chosen at random from {documents, number}, all vectors are of the new model.',
              values: { embedded, read, documents },
            })
          : i18n.translate('mlModels.embed.counted', {
              defaultMessage:
                'In {embedded, number} of {read, plural, one {# document} other {# documents}} all vectors are of the new model.',
              values: { embedded, read },
            })}
      </EuiHealth>
    </div>
  );
}

/** How a task ended that has not embedded everything. */
function endText({ state, failures, reason = '' }: EmbeddingTask): string {
  switch (state) {
    case 'cancelled':
      return i18n.translate('mlModels.embed.cancelled', {
        defaultMessage: 'The task was canceled. What it had embedded by then stays.',
      });
    case 'lost':
      return i18n.translate('mlModels.embed.lost', {
        defaultMessage: 'The cluster knows nothing of the task any more, as after a restart.',
      });
    case 'failed':
      return failures === 0
        ? i18n.translate('mlModels.embed.failed', {
            defaultMessage: 'The task failed: {reason}',
            values: { reason },
          })
        : i18n.translate('mlModels.embed.failures', {
            defaultMessage:
              'The task failed for {count, plural, one {# document} other {# documents}}: {reason}',
            values: { count: failures, reason },
          });
    default:
      return i18n.translate('mlModels.embed.ended', { defaultMessage: 'The task has ended.' });
  }
}
