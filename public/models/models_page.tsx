import React, { useEffect, useState } from 'react';
import { EuiPage, EuiPageBody, EuiSpacer } from '@elastic/eui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { ModelSummary } from '../../common/models';
import { DeleteDialog, DeleteManyDialog, useTellOutcome } from '../deletion';
import type { Outcome } from '../deletion';
import { SafeDeletePanel } from '../safe_delete';
import { useServices } from '../services';
import { isInUse } from './is_in_use';
import { ModelsHeader } from './models_header';
import { ModelsList } from './models_list';
import { useSelection } from './selection';
import { useFocusRefuge } from './use_focus_refuge';
import { useForgetModels } from './use_forget_models';

/** The application's first page: is safe delete on, what is in use, what can go. */
export function ModelsPage() {
  const { core } = useServices();
  const queryClient = useQueryClient();
  const fetching = useIsFetching() > 0;
  const forgetModels = useForgetModels();
  const tellOutcome = useTellOutcome();
  const [toDelete, setToDelete] = useState<ModelSummary | null>(null);
  const selection = useSelection();
  const [manyToDelete, setManyToDelete] = useState<readonly ModelSummary[] | null>(null);
  const isDialogOpen = toDelete !== null || manyToDelete !== null;
  const refuge = useFocusRefuge(isDialogOpen);

  useEffect(() => {
    const title = i18n.translate('mlModels.page.title', { defaultMessage: 'Models' });
    core.chrome.setBreadcrumbs([{ text: title }]);
    core.chrome.docTitle.change(title);
  }, [core]);

  const onDone = (model: ModelSummary, outcome: Outcome) => {
    setToDelete(null);
    tellOutcome(model, outcome);
    selection.forget([model.id]);
    void forgetModels([model.id]);
  };
  const onRunEnded = (goneIds: readonly string[]) => {
    selection.forget(goneIds);
    void forgetModels(goneIds);
  };

  return (
    <EuiPage>
      <EuiPageBody component="main">
        {/* the page's body would stretch what stands in it on a short page */}
        <div>
          <ModelsHeader
            isRefreshing={fetching}
            onRefresh={() => void queryClient.invalidateQueries()}
          />
          <EuiSpacer size="m" />
          <SafeDeletePanel />
          <EuiSpacer size="m" />
          <section
            ref={refuge}
            tabIndex={-1}
            aria-label={i18n.translate('mlModels.page.list', { defaultMessage: 'All models' })}
          >
            <ModelsList
              selection={selection}
              isBusy={() => isDialogOpen || isInUse(refuge.current)}
              onDelete={setToDelete}
              onDeleteMany={() => setManyToDelete(selection.models)}
            />
          </section>
        </div>
        {toDelete && (
          <DeleteDialog
            model={toDelete}
            onClose={() => setToDelete(null)}
            onDone={(outcome) => onDone(toDelete, outcome)}
          />
        )}
        {manyToDelete && (
          <DeleteManyDialog
            models={manyToDelete}
            onClose={() => setManyToDelete(null)}
            onEnded={onRunEnded}
          />
        )}
      </EuiPageBody>
    </EuiPage>
  );
}
