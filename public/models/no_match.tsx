import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';

/** Where there are models, but none that the filters let through. */
export function NoMatch({ onClear }: { onClear(): void }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="noMatch"
      iconType="search"
      title={
        <h2>
          <FormattedMessage id="mlModels.noMatch.title" defaultMessage="No model matches" />
        </h2>
      }
      actions={
        <EuiButton onClick={onClear} data-test-subj="clearFilters">
          <FormattedMessage id="mlModels.noMatch.clear" defaultMessage="Clear search and filters" />
        </EuiButton>
      }
    />
  );
}
