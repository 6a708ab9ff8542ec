import { MAX_GROUP_FACETS } from '../../common/contracts/models';
import type { ListModelsAnswer, ListModelsQuery } from '../../common/contracts/models';
import type { Coverage } from '../../common/dependents/coverage';
import { notChecked } from '../../common/dependents/verdict';
import { hasAllTerms, splitTerms } from '../../common/models/listing';
import type { SortField, UsageFilter } from '../../common/models/listing';
import type { ModelSummary } from '../../common/models/model';
import { timesUsed } from '../../common/models/model_state';
import type { Inventory } from './inventory';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function usageKindOf(coverage: Coverage): (model: ModelSummary) => UsageFilter {
  const ifNotFound = notChecked(coverage).length > 0 ? 'unknown' : 'unused';
  return (model) => (timesUsed(model.usage) > 0 ? 'in_use' : ifNotFound);
}

type CompareModels = Compare<ModelSummary>;

function byText(of: (model: ModelSummary) => string): CompareModels {
  return (a, b) => collator.compare(of(a), of(b));
}

/** A model without a time sorts as the oldest. */
function byNumber(of: (model: ModelSummary) => number | null): CompareModels {
  return (a, b) => (of(a) ?? -1) - (of(b) ?? -1);
}

const COMPARE: Record<SortField, CompareModels> = {
  name: byText((model) => model.name),
  id: (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)),
  model_group: byText((model) => model.model_group?.name ?? ''),
  version: byText((model) => model.version),
  function_name: byText((model) => model.function_name),
  state: byText((model) => model.state),
  usage: byNumber((model) => timesUsed(model.usage)),
  created_time: byNumber((model) => model.created_time),
  last_updated_time: byNumber((model) => model.last_updated_time),
  // those that never were: the oldest first
  last_deployed_time: (a, b) =>
    byNumber((model) => model.last_deployed_time)(a, b) ||
    byNumber((model) => model.created_time)(a, b),
};

/** Equal ones in a fixed order, whatever the direction: else pages would overlap. */
function compareFor(field: SortField, order: 'asc' | 'desc'): CompareModels {
  const direction = order === 'asc' ? 1 : -1;
  return (a, b) =>
    direction * COMPARE[field](a, b) ||
    COMPARE.name(a, b) ||
    COMPARE.version(a, b) ||
    COMPARE.id(a, b);
}

/** Whether all terms of a search are in name, id or description, in any case. */
function matcherOf(search: string | undefined): (model: ModelSummary) => boolean {
  const terms = splitTerms(search ?? '');
  if (terms.length === 0) return () => true;
  return ({ name, id, description = '' }) => hasAllTerms(`${name}\n${id}\n${description}`, terms);
}

function chosen<T>(values: readonly T[] | undefined, value: T | undefined): boolean {
  return values === undefined || (value !== undefined && values.includes(value));
}

function countBy(values: readonly string[]): Array<{ value: string; count: number }> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => collator.compare(a.value, b.value));
}

function usageFacets(
  models: readonly ModelSummary[],
  usageKind: (model: ModelSummary) => UsageFilter
): Record<UsageFilter, number> {
  const counts = { in_use: 0, unused: 0, unknown: 0 };
  for (const model of models) counts[usageKind(model)] += 1;
  return counts;
}

function groupFacets(models: readonly ModelSummary[], kept: readonly string[] = []) {
  const groups = new Map<string, { id: string; name: string; count: number }>();
  for (const { model_group: group } of models) {
    if (!group) continue;
    const facet = groups.get(group.id) ?? { ...group, count: 0 };
    facet.count += 1;
    groups.set(group.id, facet);
  }
  const all = [...groups.values()];
  const largest = firstOf(
    all,
    MAX_GROUP_FACETS,
    (a, b) => b.count - a.count || collator.compare(a.name, b.name)
  );
  const shown = new Set([...largest, ...all.filter(({ id }) => kept.includes(id))]);
  return [...shown].sort((a, b) => collator.compare(a.name, b.name));
}

/** One page of the inventory, filtered and sorted as the query asks. */
export function listModels(
  { models, dependents, coverage }: Inventory,
  query: Omit<ListModelsQuery, 'data_source_id'>
): ListModelsAnswer {
  const matches = matcherOf(query.search);
  const usageKind = usageKindOf(coverage);
  const found = models.filter(
    (model) =>
      matches(model) &&
      chosen(query.state, model.state) &&
      chosen(query.function_name, model.function_name) &&
      chosen(query.model_group_id, model.model_group?.id) &&
      chosen(query.usage, usageKind(model))
  );
  const compare = compareFor(query.sort_field, query.sort_order);
  return {
    models: firstOf(found, query.from + query.size, compare).slice(query.from),
    total: found.length,
    total_unfiltered: models.length,
    facets: {
      states: countBy(models.map(({ state }) => state)),
      function_names: countBy(models.map((model) => model.function_name)),
      model_groups: groupFacets(models, query.model_group_id),
      usage: usageFacets(models, usageKind),
      dependents,
    },
    coverage,
  };
}

type Compare<T> = (a: T, b: T) => number;

/** The index at which a value belongs in a sorted list, after those that are equal to it. */
function indexFor<T>(sorted: readonly T[], value: T, compare: Compare<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(value, sorted[middle] as T) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The first `count` values in the order of `compare`. Texts are slow to compare, and a first page
 * of thousands of models needs hardly more than one comparison for each.
 */
function firstOf<T>(values: readonly T[], count: number, compare: Compare<T>): T[] {
  if (count * 4 > values.length) return [...values].sort(compare).slice(0, count);
  const first: T[] = [];
  for (const value of values) {
    const last = first[count - 1];
    if (last !== undefined && compare(last, value) <= 0) continue;
    const index = indexFor(first, value, compare);
    first.splice(index, 0, value);
    if (first.length > count) first.pop();
  }
  return first;
}
