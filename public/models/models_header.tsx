import React from 'react';
import { EuiButton } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { PageHeader } from '../components';

interface Props {
  isRefreshing: boolean;
  onRefresh(): void;
}

/** The page's title, and Refresh for all that is on the page. */
export function ModelsHeader({ isRefreshing, onRefresh }: Props) {
  return (
    <PageHeader
      title={i18n.translate('mlModels.page.heading', { defaultMessage: 'Models' })}
      actions={
        <EuiButton
          color="text"
          size="s"
          iconType="refresh"
          isLoading={isRefreshing}
          onClick={onRefresh}
          data-test-subj="refreshModels"
        >
          <FormattedMessage id="mlModels.page.refresh" defaultMessage="Refresh" />
        </EuiButton>
      }
    />
  );
}
