import { useMemo } from 'react';
import { withDataSource } from '../data_source';
import { useServices } from './services';

/** The addresses of the application's pages, on the data source that is looked at. */
export function useAddresses() {
  const { dataSourceParam } = useServices();
  return useMemo(() => {
    const search = withDataSource('', dataSourceParam);
    return {
      list: { pathname: '/', search },
      cleanUp: { pathname: '/clean-up', search },
      modelPage: (modelId: string, tab?: string) => ({
        pathname: `/models/${encodeURIComponent(modelId)}`,
        search: tab === undefined ? search : `${search || '?'}${search && '&'}tab=${tab}`,
      }),
    };
  }, [dataSourceParam]);
}
