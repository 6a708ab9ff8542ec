import React, { useEffect, useRef } from 'react';
import { EuiPage, EuiPageBody, EuiSpacer } from '@elastic/eui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import { SafeDeletePanel } from '../safe_delete';
import { useServices } from '../services';
import { isInUse } from './is_in_use';
import { ModelsHeader } from './models_header';
import { ModelsList } from './models_list';
import { PageTabs } from './page_tabs';
import { useDeletions } from './use_deletions';

/** The application's first page: is safe delete on, what is in use, what can go. */
export function ModelsPage() {
  const { core } = useServices();
  const queryClient = useQueryClient();
  const fetching = useIsFetching() > 0;
  const { selection, deleteOne, deleteSelected, isDialogOpen, dialogs } = useDeletions();
  const list = useRef<HTMLElement>(null);

  const title = i18n.translate('mlModels.page.title', { defaultMessage: 'Models' });
  useEffect(() => {
    core.chrome.setBreadcrumbs([{ text: title }]);
    core.chrome.docTitle.change(title);
  }, [core, title]);

  return (
    <EuiPage>
      <EuiPageBody component="main" tabIndex={-1} aria-label={title}>
        {/* the page's body would stretch what stands in it on a short page */}
        <div>
          <ModelsHeader
            isRefreshing={fetching}
            onRefresh={() => void queryClient.invalidateQueries()}
          />
          <PageTabs open="list" />
          <EuiSpacer size="m" />
          <SafeDeletePanel />
          <EuiSpacer size="m" />
          <section
            ref={list}
            // where the focus stays when the row that had it goes
            tabIndex={-1}
            aria-label={i18n.translate('mlModels.page.list', { defaultMessage: 'All models' })}
          >
            <ModelsList
              selection={selection}
              isBusy={() => isDialogOpen || isInUse(list.current)}
              onDelete={deleteOne}
              onDeleteMany={deleteSelected}
            />
          </section>
        </div>
        {dialogs}
      </EuiPageBody>
    </EuiPage>
  );
}
