import React from 'react';
import type { ReactNode } from 'react';
import { EuiPage, EuiPageBody } from '@elastic/eui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { ModelsHeader } from './models_header';
import { PageTabs } from './page_tabs';
import type { PageName } from './page_tabs';

interface Props {
  open: PageName;
  /** What the page is called where it gets the focus. */
  label: string;
  dialogs: ReactNode;
  children: ReactNode;
  'data-test-subj'?: string;
}

/** What is around every page that lists models: header, Refresh for all of it, tabs, dialogs. */
export function ListPage({ open, label, dialogs, children, ...rest }: Props) {
  const queryClient = useQueryClient();
  const fetching = useIsFetching() > 0;
  return (
    <EuiPage>
      <EuiPageBody component="main" tabIndex={-1} aria-label={label} {...rest}>
        {/* the page's body would stretch what stands in it on a short page */}
        <div>
          <ModelsHeader
            isRefreshing={fetching}
            onRefresh={() => void queryClient.invalidateQueries()}
          />
          <PageTabs open={open} />
          {children}
        </div>
        {dialogs}
      </EuiPageBody>
    </EuiPage>
  );
}
