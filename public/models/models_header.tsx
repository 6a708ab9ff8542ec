import React from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiTitle } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';

interface Props {
  isRefreshing: boolean;
  onRefresh(): void;
}

/** The page's title, and Refresh for all that is on the page. */
export function ModelsHeader({ isRefreshing, onRefresh }: Props) {
  return (
    <EuiFlexGroup alignItems="center" justifyContent="spaceBetween" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiTitle size="l">
          <h1>
            <FormattedMessage id="mlModels.page.heading" defaultMessage="Models" />
          </h1>
        </EuiTitle>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
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
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
