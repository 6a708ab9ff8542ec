import type { ListModelsAnswer } from '../../../common/contracts/models';
import type { Coverage } from '../../../common/dependents/coverage';
import { notChecked } from '../../../common/dependents/verdict';
import type { UsageFilter } from '../../../common/models/listing';
import type { UsageByModel } from '../../../common/models/usage';
import type { useUsage } from '../../queries';

/**
 * What is known of the usage of models: undefined while it is being read, null where it could not
 * be read.
 */
export type KnownUsage = { usage: UsageByModel; coverage: Coverage } | null | undefined;

/** The usage of the models of a page: that by which it was filtered or sorted, else the session's. */
export function usageOfPage(
  answer: ListModelsAnswer | undefined,
  { data, error }: Pick<ReturnType<typeof useUsage>, 'data' | 'error'>
): KnownUsage {
  if (answer?.usage && answer.coverage) return { usage: answer.usage, coverage: answer.coverage };
  return data ?? (error ? null : undefined);
}

/** How many of so many models there are of each use; null while that is not known. */
export function countUsage(all: number, known: KnownUsage): Record<UsageFilter, number> | null {
  if (!known) return null;
  const inUse = Object.keys(known.usage).length;
  const others = Math.max(all - inUse, 0);
  const isAllChecked = notChecked(known.coverage).length === 0;
  return {
    in_use: inUse,
    unused: isAllChecked ? others : 0,
    unknown: isAllChecked ? 0 : others,
  };
}
