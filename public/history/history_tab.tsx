import React from 'react';
import { EuiCode, EuiCommentList, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import type { History, HistoryEntry } from '../../common/history/history';
import { ReadPart } from '../components/error_callout';
import { TimeAgo } from '../components/time_ago';
import { useModelHistory } from '../queries';
import { describeEntry, entryIcon } from './describe_entry';

/** What was done to a model from here, by whom and when; also of one that is deleted. */
export function HistoryTab({ modelId }: { modelId: string }) {
  const read = useModelHistory(modelId);
  return (
    <ReadPart query={read} failedText={failedText()} data-test-subj="modelHistory">
      {(history) => <Entries modelId={modelId} history={history} />}
    </ReadPart>
  );
}

function Entries({ modelId, history: { entries, total } }: { modelId: string; history: History }) {
  if (entries.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('mlModels.history.empty', {
            defaultMessage:
              'No changes to this model were made in OpenSearch Dashboards since its history was turned on.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      <EuiCommentList
        aria-label={i18n.translate('mlModels.history.label', { defaultMessage: 'History' })}
        comments={entries.map((entry) => toComment(entry, modelId))}
      />
      {total > entries.length && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="s" color="subdued">
            <p>
              {i18n.translate('mlModels.history.older', {
                defaultMessage:
                  '{count, plural, one {# older entry} other {# older entries}} not shown',
                values: { count: total - entries.length },
              })}
            </p>
          </EuiText>
        </>
      )}
    </>
  );
}

function toComment(entry: HistoryEntry, modelId: string) {
  const { id, at, user, recovery_file: file } = entry;
  return {
    key: id,
    'data-test-subj': `historyEntry-${entry.event}`,
    type: 'update' as const,
    timelineIcon: entryIcon(entry),
    username:
      user ?? i18n.translate('mlModels.history.unknownUser', { defaultMessage: 'Unknown user' }),
    timestamp: <TimeAgo epochMs={Date.parse(at)} />,
    event: (
      <span className="eui-textBreakWord">
        {describeEntry(entry, modelId)}
        {file !== null && (
          <>
            {' '}
            <FormattedMessage
              id="mlModels.history.recoveryFile"
              defaultMessage="(recovery file: {file})"
              values={{ file: <EuiCode>{file}</EuiCode> }}
            />
          </>
        )}
      </span>
    ),
  };
}

function failedText(): string {
  return i18n.translate('mlModels.history.failed', {
    defaultMessage: 'Couldn’t read the history.',
  });
}
