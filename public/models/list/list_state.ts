import { needsUsage, SORT_FIELDS, USAGE_FILTERS } from '../../../common/models/listing';
import type { SortField, UsageFilter } from '../../../common/models/listing';
import type { ListQuery } from '../../api/client';

export const PAGE_SIZES = [10, 25, 50, 100];
const MAX_TEXT = 512;
const MAX_VALUES = 100;
const MAX_PAGE = 99_999;

/** What the list shows: all of it is in the URL. */
export interface ListState {
  search: string;
  state: string[];
  function_name: string[];
  model_group_id: string[];
  /** Null for all. */
  usage: UsageFilter | null;
  sort_field: SortField;
  sort_order: 'asc' | 'desc';
  /** From 0; from 1 in the URL. */
  page: number;
  size: number;
}

export const DEFAULT_LIST_STATE: ListState = {
  search: '',
  state: [],
  function_name: [],
  model_group_id: [],
  usage: null,
  sort_field: 'name',
  sort_order: 'asc',
  page: 0,
  size: 25,
};

/** The state that a URL's query says; what makes no sense in it counts as not there. */
export function readListState(urlQuery: string): ListState {
  const params = new URLSearchParams(urlQuery);
  const defaults = DEFAULT_LIST_STATE;
  const page = wholeNumber(params.get('page'));
  return {
    search: (params.get('search') ?? '').slice(0, MAX_TEXT),
    state: filterValues(params, 'state'),
    function_name: filterValues(params, 'function_name'),
    model_group_id: filterValues(params, 'model_group_id'),
    usage: oneOf(USAGE_FILTERS, params.get('usage')) ?? defaults.usage,
    sort_field: oneOf(SORT_FIELDS, params.get('sort_field')) ?? defaults.sort_field,
    sort_order: oneOf(['asc', 'desc'] as const, params.get('sort_order')) ?? defaults.sort_order,
    page: page >= 1 && page <= MAX_PAGE ? page - 1 : defaults.page,
    size: oneOf(PAGE_SIZES, wholeNumber(params.get('size'))) ?? defaults.size,
  };
}

/** A URL's query with a state written into it: defaults left out, foreign parameters kept. */
export function writeListState(state: ListState, urlQuery: string): string {
  const params = new URLSearchParams(urlQuery);
  for (const [name, value] of Object.entries(state)) {
    params.delete(name);
    if (Array.isArray(value)) {
      for (const one of value) params.append(name, one);
    } else if (value !== DEFAULT_LIST_STATE[name as keyof ListState]) {
      params.set(name, String(name === 'page' ? state.page + 1 : value));
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** The state without anything that leaves models out. */
export const NO_FILTERS = {
  search: '',
  state: [],
  function_name: [],
  model_group_id: [],
  usage: null,
} satisfies Partial<ListState>;

function filterValues(params: URLSearchParams, name: string): string[] {
  const values = params.getAll(name).filter((value) => value !== '' && value.length <= MAX_TEXT);
  return [...new Set(values)].slice(0, MAX_VALUES);
}

function oneOf<T>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

function wholeNumber(text: string | null): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : NaN;
}

/** What the list's state asks the server for. */
export function listQuery(state: ListState): ListQuery {
  const search = state.search.trim();
  return {
    ...(search && { search }),
    ...(state.state.length > 0 && { state: state.state }),
    ...(state.function_name.length > 0 && { function_name: state.function_name }),
    ...(state.model_group_id.length > 0 && { model_group_id: state.model_group_id }),
    ...(state.usage && { usage: state.usage }),
    sort_field: state.sort_field,
    sort_order: state.sort_order,
    from: state.page * state.size,
    size: state.size,
  };
}

/** What the next page is asked for by; null where there is none, or where it takes long to read. */
export function nextPageOf(state: ListState, total: number): ListQuery | null {
  const next = { ...state, page: state.page + 1 };
  return needsUsage(state) || next.page * next.size >= total ? null : listQuery(next);
}

export type Asked = Pick<ListState, 'page' | 'size'>;

/** Whether the page that is asked for comes after the last of so many models. */
export function isBeyondEnd({ page, size }: Asked, total: number): boolean {
  return total > 0 && page * size >= total;
}
