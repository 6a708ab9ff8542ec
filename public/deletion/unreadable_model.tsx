import React from 'react';
import { EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { ClusterMessage } from '../components/error_callout';

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
      'It is stored, but ML Commons can’t run, change or delete it. What uses it was looked for all the same.',
  });
}

/** ML Commons #4999: only newer releases ask for the field, and 3.9 reads without it again. */
function addFieldText(): string {
  return i18n.translate('mlModels.unreadable.addField', {
    defaultMessage:
      'It was registered before ML Commons asked for {field}. OpenSearch 3.9 and later read it again: upgrade, and delete it then. Without that, somebody who may write to the index {index} must add the field to its document.',
    values: { field: 'model_config.additional_config.space_type', index: '.plugins-ml-model' },
  });
}

function mendText(): string {
  return i18n.translate('mlModels.unreadable.mend', {
    defaultMessage:
      'A part of its document is missing, or comes from another version. Upgrade OpenSearch to the version that wrote it, or to 3.9 or later. Without that, somebody who may write to the index {index} must mend that part of its document.',
    values: { index: '.plugins-ml-model' },
  });
}
