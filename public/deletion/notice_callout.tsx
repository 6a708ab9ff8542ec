import React from 'react';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';
import type { ApiError } from '../api/errors';
import { ClusterMessage, ErrorCallout } from '../components/error_callout';
import { stateLabel } from '../labels/model_labels';
import { describeChange } from './describe_change';
import type { Notice } from './dialog_state';

/** Why the dialog asks again: a delete that was stopped, and nothing was deleted. */
export function NoticeCallout({ notice }: { notice: Notice | null }) {
  if (!notice) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        role="alert"
        data-test-subj="deleteModelNotice"
        title={titleOf(notice)}
      >
        <EuiText size="s">
          <Details notice={notice} />
        </EuiText>
      </EuiCallOut>
    </>
  );
}

function titleOf(notice: Notice): string {
  switch (notice.kind) {
    case 'changed':
      return i18n.translate('mlModels.delete.changed', {
        defaultMessage: 'Something changed since the review. The model wasn’t deleted.',
      });
    case 'stopped':
      return notice.message;
    case 'still_there':
      return (
        notice.message ??
        i18n.translate('mlModels.delete.stillThere', {
          defaultMessage: 'The model still exists. It wasn’t deleted.',
        })
      );
    case 'undeploy_stopped':
      return i18n.translate('mlModels.delete.undeployStopped', {
        defaultMessage: 'Stopped. The model wasn’t deleted. State: {state}.',
        values: { state: stateLabel(notice.state) },
      });
  }
}

/** What was lost on the way was not said by ML Commons. */
function noticeText(kind: 'stopped' | 'still_there', message: string): string {
  return kind === 'stopped'
    ? i18n.translate('mlModels.delete.mlCommonsSaid', {
        defaultMessage: 'ML Commons response: “{words}”',
        values: { words: message },
      })
    : i18n.translate('mlModels.delete.insteadOfAnswer', {
        defaultMessage: 'Response: “{words}”',
        values: { words: message },
      });
}

function Details({ notice }: { notice: Notice }) {
  switch (notice.kind) {
    case 'changed':
      return (
        <ul>
          {notice.changes.map(describeChange).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'stopped':
    case 'still_there':
      return !notice.clusterMessage ? null : (
        <p className="eui-textBreakWord">{noticeText(notice.kind, notice.clusterMessage)}</p>
      );
    case 'undeploy_stopped':
      // a node that hangs takes up later what it was asked for
      return UNDEPLOY_FIRST_STATES.has(notice.state) ? (
        <p>
          {i18n.translate('mlModels.delete.undeploySent', {
            defaultMessage: 'The undeploy request was sent and may still complete.',
          })}
        </p>
      ) : null;
  }
}

interface Props {
  error: ApiError;
  meaning: string;
}

/** A request that failed: what was said, what it means, what to do. */
export function ErrorState({ error, meaning }: Props) {
  return (
    <>
      <EuiSpacer size="m" />
      <ErrorCallout error={error} data-test-subj="deleteModelError">
        <p>{meaning}</p>
      </ErrorCallout>
    </>
  );
}

/** That ML Commons can't read a model, why by its own message, and what helps. */
export function UnreadableModel({ message }: { message: string }) {
  return (
    <EuiCallOut
      color="danger"
      iconType="alert"
      size="s"
      title={i18n.translate('mlModels.unreadable.title', {
        defaultMessage: 'ML Commons can’t read this model',
      })}
      data-test-subj="unreadableModel"
    >
      <EuiText size="s">
        <ClusterMessage message={message} />
        <p>{meaning()}</p>
        <p>{/additional_config/.test(message) ? addFieldText() : mendText()}</p>
      </EuiText>
    </EuiCallOut>
  );
}

function meaning(): string {
  return i18n.translate('mlModels.unreadable.meaning', {
    defaultMessage:
      'The model is stored, but ML Commons can’t run, change or delete it. What uses it was checked.',
  });
}

/** ML Commons #4999: only newer releases ask for the field, and 3.9 reads without it again. */
function addFieldText(): string {
  return i18n.translate('mlModels.unreadable.addField', {
    defaultMessage:
      'The model was registered before ML Commons required {field}. Upgrade to OpenSearch 3.9 or later, which reads it, and delete it then. Or have a user who may write to the index {index} add the field to the model’s document.',
    values: { field: 'model_config.additional_config.space_type', index: '.plugins-ml-model' },
  });
}

function mendText(): string {
  return i18n.translate('mlModels.unreadable.mend', {
    defaultMessage:
      'A part of the model’s document is missing or was written by another version. Upgrade OpenSearch to the version that wrote it, or to 3.9 or later. Or have a user who may write to the index {index} repair that part of the document.',
    values: { index: '.plugins-ml-model' },
  });
}
