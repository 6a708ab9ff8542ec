import React from 'react';
import type { MouseEvent } from 'react';
import { EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useHistory } from 'react-router-dom';
import { isPlainClick } from '../components';
import { useAddresses } from '../services';

const PAGES = ['list', 'cleanUp'] as const;
export type PageName = (typeof PAGES)[number];

/** The pages that show many models; each has an address of its own. */
export function PageTabs({ open }: { open: PageName }) {
  const addresses = useAddresses();
  const history = useHistory();
  return (
    <EuiTabs>
      {PAGES.map((page) => (
        <EuiTab
          key={page}
          isSelected={page === open}
          href={history.createHref(addresses[page])}
          onClick={(event: MouseEvent) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            if (page !== open) history.push(addresses[page]);
          }}
          data-test-subj={`pageTab-${page}`}
        >
          {pageWords(page)}
        </EuiTab>
      ))}
    </EuiTabs>
  );
}

function pageWords(page: PageName): string {
  return page === 'list'
    ? i18n.translate('mlModels.page.tab.list', { defaultMessage: 'All models' })
    : i18n.translate('mlModels.page.tab.cleanUp', { defaultMessage: 'Clean up' });
}
