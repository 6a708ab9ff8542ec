/** What the list of models can be sorted by. */
export const SORT_FIELDS = [
  'name',
  'id',
  'model_group',
  'version',
  'function_name',
  'state',
  'usage',
  'created_time',
  'last_updated_time',
  'last_deployed_time',
] as const;

export type SortField = (typeof SORT_FIELDS)[number];

/** `unknown`: nothing was found, but a source was not checked. */
export const USAGE_FILTERS = ['in_use', 'unused', 'unknown'] as const;
export type UsageFilter = (typeof USAGE_FILTERS)[number];

/** Whether a list can only be had once it is known what uses every model, which takes long. */
export function needsUsage(list: { usage?: unknown; sort_field?: SortField }): boolean {
  return (list.usage ?? null) !== null || list.sort_field === 'usage';
}

/** The terms of a search. */
export function splitTerms(search: string): string[] {
  return search.split(/\s+/).filter(Boolean);
}

/** Whether a text has all terms of a search, in any case and order. */
export function hasAllTerms(text: string, terms: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return terms.every((term) => lower.includes(term.toLowerCase()));
}
