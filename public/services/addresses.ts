import { useMemo } from 'react';
import { useServices } from './services';

/** The addresses of the application's pages, on the data source that is looked at. */
export function useAddresses() {
  const { dataSourceId } = useServices();
  return useMemo(() => {
    const params = new URLSearchParams(dataSourceId === undefined ? {} : { dataSourceId });
    const query = params.toString();
    const search = query && `?${query}`;
    return {
      list: { pathname: '/', search },
      cleanUp: { pathname: '/clean-up', search },
      modelPage: (modelId: string, tab?: string) => ({
        pathname: `/models/${encodeURIComponent(modelId)}`,
        search: tab === undefined ? search : `${search || '?'}${search && '&'}tab=${tab}`,
      }),
    };
  }, [dataSourceId]);
}
