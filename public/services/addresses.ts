import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';

/** The addresses of the application's pages, on the data source that is looked at. */
export function useAddresses() {
  const param = dataSourceIn(useLocation().search);
  return useMemo(() => {
    const search = withDataSource('', param);
    return {
      list: { pathname: '/', search },
      cleanUp: { pathname: '/clean-up', search },
      modelPage: (modelId: string, tab?: string) => modelPageAddress(modelId, param, tab),
      replacePage: (modelId: string) => ({
        pathname: `/models/${encodeURIComponent(modelId)}/replace`,
        search,
      }),
    };
  }, [param]);
}

/** The address of a model's page; without a tab it opens its first one. */
export function modelPageAddress(modelId: string, dataSource: string | null, tab?: string) {
  const search = withDataSource('', dataSource);
  return {
    pathname: `/models/${encodeURIComponent(modelId)}`,
    search: tab === undefined ? search : `${search || '?'}${search && '&'}tab=${tab}`,
  };
}

const PARAM = 'dataSourceId';

/**
 * The data source that an address's query names, by the platform's habit: the empty one is the
 * local cluster. Null where it names none.
 */
export function dataSourceIn(search: string): string | null {
  return new URLSearchParams(search).get(PARAM);
}

/** The query with a data source in it; null leaves it out. */
export function withDataSource(search: string, id: string | null): string {
  const params = new URLSearchParams(search);
  if (id === null) params.delete(PARAM);
  else params.set(PARAM, id);
  const text = params.toString();
  return text && `?${text}`;
}
