import React from 'react';
import { EuiEmptyPrompt, EuiLink } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';

const HOW_TO_REGISTER =
  'https://opensearch.org/docs/latest/ml-commons-plugin/integrating-ml-models/';

/** Where the cluster has no model that the user can see: what one is and how to get one. */
export function NoModels() {
  return (
    <EuiEmptyPrompt
      data-test-subj="noModels"
      iconType="machineLearningApp"
      title={
        <h2>
          <FormattedMessage id="mlModels.noModels.title" defaultMessage="No models yet" />
        </h2>
      }
      body={
        <p>
          <FormattedMessage
            id="mlModels.noModels.body"
            defaultMessage="A model turns text or images into vectors, ranks results or answers questions. It runs in the cluster or behind a connector, and pipelines, agents and indexes call it by its ID. Models that are registered with ML Commons, and that you can see, are listed here."
          />
        </p>
      }
      actions={
        <EuiLink href={HOW_TO_REGISTER} target="_blank" external>
          <FormattedMessage id="mlModels.noModels.link" defaultMessage="How to register a model" />
        </EuiLink>
      }
    />
  );
}
