import React, { useState } from 'react';
import { EuiButtonIcon, EuiLink, EuiPopoverTitle, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { ENFORCEMENTS } from '../../common/dependents/verdict';
import { Popover } from '../components/popover';
import { lineLabel } from '../labels/dependent_labels';

/** How ML Commons deletes a model, and what its own check does (OpenSearch's documentation). */
export const DELETE_DOCUMENTATION =
  'https://docs.opensearch.org/latest/ml-commons-plugin/api/model-apis/delete-model/';

/** What blocking, would break, might break and not checked mean, in a line each. */
export function EffectsHelp() {
  const [isOpen, setOpen] = useState(false);
  const title = i18n.translate('mlModels.effects.help', {
    defaultMessage: 'Effects of deleting a model',
  });
  return (
    <Popover
      aria-label={title}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      button={
        <EuiButtonIcon
          iconType="questionInCircle"
          color="text"
          aria-label={title}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="effectsHelpButton"
        />
      }
    >
      <EuiPopoverTitle>{title}</EuiPopoverTitle>
      <EuiText size="s" grow={false} data-test-subj="effectsHelp">
        <ul>
          {ENFORCEMENTS.map((effect) => (
            <li key={effect}>{lineLabel(effect)}</li>
          ))}
          <li>
            {i18n.translate('mlModels.effects.notChecked', {
              defaultMessage: 'Not checked: couldn’t be read, so it may use the model',
            })}
          </li>
        </ul>
        <EuiLink href={DELETE_DOCUMENTATION} target="_blank" external>
          {i18n.translate('mlModels.effects.documentation', {
            defaultMessage: 'Documentation on deleting models',
          })}
        </EuiLink>
      </EuiText>
    </Popover>
  );
}
