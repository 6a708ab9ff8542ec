import React, { useEffect, useRef } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { SafeDeletePanel } from '../safe_delete';
import { useServices } from '../services';
import { isInUse } from './is_in_use';
import { ListPage } from './list_page';
import { ModelsList } from './models_list';
import { useDeletions } from './use_deletions';

/** The application's first page: is safe delete on, what is in use, what can go. */
export function ModelsPage() {
  const { core } = useServices();
  const { selection, deleteOne, deleteSelected, isDialogOpen, dialogs } = useDeletions();
  const list = useRef<HTMLElement>(null);

  const title = i18n.translate('mlModels.page.title', { defaultMessage: 'Models' });
  useEffect(() => {
    core.chrome.setBreadcrumbs([{ text: title }]);
    core.chrome.docTitle.change(title);
  }, [core, title]);

  return (
    <ListPage open="list" label={title} dialogs={dialogs}>
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
    </ListPage>
  );
}
