import type { ListModelsAnswer } from '../common/contracts/models';
import { createApi } from './api/client';
import type { ListQuery } from './api/client';
import { listQuery, readListState } from './models/list/list_state';
import type { HttpStart } from './platform/types';

/** A page of models that was asked for before the application was there. */
export interface FirstPage {
  dataSourceId: string | undefined;
  query: ListQuery;
  answer: Promise<ListModelsAnswer>;
  /** Reads the same page again. */
  readAgain(signal?: AbortSignal): Promise<ListModelsAnswer>;
}

/**
 * Asks for the page of models that an address opens, while the application itself still loads; null
 * where the address opens something else, or where there are data sources to choose from and the
 * address names none: which one it is only turns out later.
 */
export async function requestFirstPage(
  services: Promise<readonly [{ http: HttpStart }, ...unknown[]]>,
  { location: { pathname, search } }: { location: { pathname: string; search: string } },
  hasDataSources: boolean
): Promise<FirstPage | null> {
  const dataSourceId = new URLSearchParams(search).get('dataSourceId') ?? undefined;
  // the platform's history gives the application's root an empty path
  const isList = pathname === '' || pathname === '/';
  if (!isList || (hasDataSources && dataSourceId === undefined)) return null;
  const [{ http }] = await services;
  const query = listQuery(readListState(search));
  const readAgain = (signal?: AbortSignal) =>
    createApi(http, dataSourceId).listModels(query, signal);
  const answer = readAgain();
  // the page shows the error
  answer.catch(() => undefined);
  return { dataSourceId, query, answer, readAgain };
}
