import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { dataSourceIn, withDataSource } from '../data_source/address';

/** The addresses of the application's pages, on the data source that is looked at. */
export function useAddresses() {
  const param = dataSourceIn(useLocation().search);
  return useMemo(() => {
    const search = withDataSource('', param);
    return {
      list: { pathname: '/', search },
      cleanUp: { pathname: '/clean-up', search },
      modelPage: (modelId: string, tab?: string) => ({
        pathname: `/models/${encodeURIComponent(modelId)}`,
        search: tab === undefined ? search : `${search || '?'}${search && '&'}tab=${tab}`,
      }),
    };
  }, [param]);
}
