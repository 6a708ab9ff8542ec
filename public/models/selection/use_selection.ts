import { useCallback, useMemo, useState } from 'react';
import type { ModelSummary } from '../../../common/models';

/** The models that are selected, over all pages and filters, in the order of selection. */
export interface Selection {
  models: readonly ModelSummary[];
  has(modelId: string): boolean;
  select(models: readonly ModelSummary[], isSelected: boolean): void;
  /** Takes out models that are gone. */
  forget(modelIds: readonly string[]): void;
  clear(): void;
}

const NONE: ReadonlyMap<string, ModelSummary> = new Map();

export function useSelection(): Selection {
  const [selected, setSelected] = useState(NONE);
  const select = useCallback((models: readonly ModelSummary[], isSelected: boolean) => {
    setSelected((before) => {
      const after = new Map(before);
      for (const model of models) {
        if (isSelected) after.set(model.id, model);
        else after.delete(model.id);
      }
      return after;
    });
  }, []);
  const forget = useCallback((modelIds: readonly string[]) => {
    const gone = new Set(modelIds);
    setSelected((before) => new Map([...before].filter(([id]) => !gone.has(id))));
  }, []);
  const clear = useCallback(() => setSelected(NONE), []);
  return useMemo(
    () => ({
      models: [...selected.values()],
      has: (modelId) => selected.has(modelId),
      select,
      forget,
      clear,
    }),
    [selected, select, forget, clear]
  );
}
