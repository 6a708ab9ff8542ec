import React, { useState } from 'react';
import { EuiButtonEmpty, EuiPopoverTitle, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { Popover } from '../components';

/** What safe delete looks at and what it doesn't, on demand. */
export function CoverageHelp() {
  const [isOpen, setOpen] = useState(false);
  const title = i18n.translate('mlModels.safeDelete.help.title', {
    defaultMessage: 'What safe delete covers',
  });
  return (
    <Popover
      aria-label={title}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      button={
        <EuiButtonEmpty
          size="xs"
          iconType="iInCircle"
          iconSide="right"
          onClick={() => setOpen(!isOpen)}
        >
          <FormattedMessage id="mlModels.safeDelete.help.button" defaultMessage="What it covers" />
        </EuiButtonEmpty>
      }
    >
      <EuiPopoverTitle>{title}</EuiPopoverTitle>
      <EuiText size="s" grow={false} data-test-subj="safeDeleteHelp">
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.help.covers"
            defaultMessage="ML Commons looks for the model’s ID under {key} in ingest pipelines, search pipelines and the tools of agents, and refuses the delete if it is there."
            values={{ key: <code>model_id</code> }}
          />
        </p>
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.help.doesNot"
            defaultMessage="It doesn’t look at the LLM and the parameters of agents, hidden agents, the default models of neural queries, guardrails of other models, memory containers, semantic fields of indexes and their templates. Deleting a model that only these use is not refused: they break."
          />
        </p>
        <p>
          <FormattedMessage
            id="mlModels.safeDelete.help.thisPage"
            defaultMessage="Before it deletes, this page tells what it found, what would break without being refused, and what it could not check."
          />
        </p>
      </EuiText>
    </Popover>
  );
}
