import { useCallback, useMemo, useState } from 'react';
import { usePlan } from '../queries';
import type { SavedPlan } from './plan_file';
import { comparePlans, type PlanComparison } from './saved_plan';

/** A plan that was opened from a file, and how it compares. */
export interface OpenedPlan {
  saved: SavedPlan;
  /** Null until the plan of now is there. */
  comparison: PlanComparison | null;
  isReading: boolean;
}

/**
 * The plan that was opened for a replacement, compared with the plan of now with the same choice of
 * what changes where the model isn't used for sure, whatever the admin chooses later.
 */
export function useSavedPlan(modelId: string, replacementId: string | null) {
  const [last, open] = useState<SavedPlan | null>(null);
  // of another replacement it says nothing
  const saved = last?.plan.replacement.id === replacementId ? last : null;
  const now = usePlan(modelId, saved && replacementId, saved?.possible ?? []);
  // a plan that was made before the file was opened isn't that of now
  const plan = now.isPreviousData || now.isStale ? undefined : now.data;
  const comparison = useMemo(
    () => (saved && plan ? comparePlans(saved.plan, plan) : null),
    [saved, plan]
  );
  const drop = useCallback(() => open(null), []);
  const opened: OpenedPlan | null = saved && { saved, comparison, isReading: now.isFetching };
  return { opened, open, drop };
}
