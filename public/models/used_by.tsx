import React from 'react';
import { EuiBadge, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Usage } from '../../common/models';
import { usageWords } from './usage_words';

interface Props {
  usage: Usage;
  isAllChecked: boolean;
}

/** How many resources use a model. "Unused" is only said where everything was checked. */
export function UsedBy({ usage, isAllChecked }: Props) {
  const words = usageWords(usage);
  if (words) return <span>{words}</span>;
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
