import React, { useState } from 'react';
import type { ReactNode } from 'react';
import type { Model } from '../../common/models/model';
import { useDeleteToast } from '../deletion/delete_toast';
import type { Outcome } from '../deletion/dialog_state';
import { BulkDialog, DeleteDialog } from '../deletion/dialogs';
import { useRemoveFromCache } from '../queries';
import { useSelection } from './list/selection';
import type { Selection } from './list/selection';

interface Deletions {
  selection: Selection;
  deleteOne(model: Model): void;
  deleteSelected(): void;
  deleteMany(models: readonly Model[]): void;
  isDialogOpen: boolean;
  /** To be drawn on the page. */
  dialogs: ReactNode;
}

/** How a page that lists models deletes them: one, or those that are selected. */
export function useDeletions(): Deletions {
  const removeFromCache = useRemoveFromCache();
  const showOutcome = useDeleteToast();
  const selection = useSelection();
  const [one, setOne] = useState<Model | null>(null);
  const [many, setMany] = useState<readonly Model[] | null>(null);

  const onGone = (ids: readonly string[]) => {
    selection.deselect(ids);
    void removeFromCache(ids);
  };
  const onDone = (model: Model, outcome: Outcome) => {
    setOne(null);
    showOutcome(model, outcome);
    onGone([model.id]);
  };
  return {
    selection,
    deleteOne: setOne,
    deleteSelected: () => setMany(selection.models),
    deleteMany: setMany,
    isDialogOpen: one !== null || many !== null,
    dialogs: (
      <>
        {one && (
          <DeleteDialog
            model={one}
            onClose={() => setOne(null)}
            onDone={(outcome) => onDone(one, outcome)}
          />
        )}
        {many && <BulkDialog models={many} onClose={() => setMany(null)} onEnded={onGone} />}
      </>
    ),
  };
}
