import React, { useEffect } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { EuiButton, EuiPage, EuiPageBody, EuiTab, EuiTabs } from '@elastic/eui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useHistory } from 'react-router-dom';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import { isPlainClick, useHref } from '../components/app_link';
import { PageHeader } from '../components/page_header';
import { EffectsHelp } from '../dependents/effects_help';
import { modelsTitle } from '../labels/model_labels';
import { useAddresses } from '../services/addresses';
import { useServices } from '../services/services';

interface ListPageProps {
  open: PageName;
  /** What the page is called where it gets the focus. */
  label: string;
  dialogs: ReactNode;
  children: ReactNode;
  'data-test-subj'?: string;
}

/** What is around every page that lists models: header, Refresh for all of it, tabs, dialogs. */
export function ListPage({ open, label, dialogs, children, ...rest }: ListPageProps) {
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

interface ModelsHeaderProps {
  isRefreshing: boolean;
  onRefresh(): void;
}

/** The page's title, and Refresh for all that is on the page. */
function ModelsHeader({ isRefreshing, onRefresh }: ModelsHeaderProps) {
  return (
    <PageHeader
      help={<EffectsHelp />}
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

const PAGES = ['list', 'cleanUp'] as const;
type PageName = (typeof PAGES)[number];

/** The pages that show many models; each has an address of its own. */
function PageTabs({ open }: { open: PageName }) {
  const addresses = useAddresses();
  const history = useHistory();
  const hrefs = { list: useHref(addresses.list), cleanUp: useHref(addresses.cleanUp) };
  return (
    <EuiTabs size="s">
      {PAGES.map((page) => (
        <EuiTab
          key={page}
          isSelected={page === open}
          href={hrefs[page]}
          onClick={(event: MouseEvent) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            if (page !== open) history.push(addresses[page]);
          }}
          data-test-subj={`pageTab-${page}`}
        >
          {pageLabel(page)}
        </EuiTab>
      ))}
    </EuiTabs>
  );
}

function pageLabel(page: PageName): string {
  return page === 'list'
    ? i18n.translate('mlModels.page.tab.list', { defaultMessage: 'All models' })
    : i18n.translate('mlModels.page.tab.cleanUp', { defaultMessage: 'Clean up' });
}

/** Says where the page is: "Models › minilm-l6", the first of which leads back to the list. */
export function usePageTitle(name: string): void {
  const { core } = useServices();
  const { list } = useAddresses();
  const history = useHistory();
  const href = useHref(list);
  useEffect(() => {
    const models = modelsTitle();
    core.chrome.setBreadcrumbs([
      {
        text: models,
        href,
        onClick: (event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          history.push(list);
        },
      },
      { text: name },
    ]);
    core.chrome.docTitle.change(`${name} - ${models}`);
  }, [core, history, href, list, name]);
}
