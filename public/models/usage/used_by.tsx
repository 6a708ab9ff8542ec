import React, { useState } from 'react';
import { EuiBadge, EuiLink, EuiPopoverTitle, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ModelSummary } from '../../../common/models';
import { Popover } from '../../components';
import { FirstDependents } from './first_dependents';
import { usageWords } from './usage_words';

interface Props {
  model: ModelSummary;
  isAllChecked: boolean;
}

/** How many resources use a model. "Unused" is only said where everything was checked. */
export function UsedBy({ model, isAllChecked }: Props) {
  const words = usageWords(model.usage);
  if (words) return <Counts model={model} words={words} />;
  return isAllChecked ? (
    <EuiText size="s" color="subdued">
      {i18n.translate('mlModels.usage.unused', { defaultMessage: 'Unused' })}
    </EuiText>
  ) : (
    <EuiBadge color="warning">
      {i18n.translate('mlModels.usage.notChecked', { defaultMessage: 'Not checked' })}
    </EuiBadge>
  );
}

/** The counts, which name the first few when they are pressed. */
function Counts({ model, words }: { model: ModelSummary; words: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const title = i18n.translate('mlModels.usage.title', {
    defaultMessage: 'What uses {name}',
    values: { name: model.name },
  });
  return (
    <Popover
      aria-label={title}
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      anchorPosition="downLeft"
      panelPaddingSize="s"
      button={
        // a link's words go on in the next line where the column is narrow
        <EuiLink
          data-test-subj={`usedBy-${model.id}`}
          aria-label={i18n.translate('mlModels.usage.open', {
            defaultMessage: '{words}: show what uses {name}',
            values: { words, name: model.name },
          })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words}
        </EuiLink>
      }
    >
      <EuiPopoverTitle paddingSize="s">
        <span className="eui-textBreakWord">{title}</span>
      </EuiPopoverTitle>
      <FirstDependents modelId={model.id} />
    </Popover>
  );
}
