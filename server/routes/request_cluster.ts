import { i18n } from '@osd/i18n';
import type { Cluster } from '../cluster';
import { ClusterError, clusterOf } from '../cluster';
import type { OpenSearchClient, RequestHandlerContext } from '../platform';

async function dataSourceClient(
  context: RequestHandlerContext,
  dataSourceId: string
): Promise<OpenSearchClient> {
  if (!context.dataSource) {
    throw new ClusterError(
      'data_source',
      i18n.translate('mlModels.server.dataSourcesOff', {
        defaultMessage: 'Multiple data sources are not enabled here.',
      })
    );
  }
  try {
    return await context.dataSource.opensearch.getClient(dataSourceId);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('statusCode' in error && error.statusCode === 401) throw error;
    throw new ClusterError('data_source', error.message);
  }
}

/**
 * The cluster that a request is about, with the permissions of the request's user.
 * @throws ClusterError `data_source` where the data source can't be used
 */
export async function requestCluster(
  context: RequestHandlerContext,
  dataSourceId: string | undefined
): Promise<Cluster> {
  return clusterOf(
    dataSourceId === undefined
      ? context.core.opensearch.client.asCurrentUser
      : await dataSourceClient(context, dataSourceId)
  );
}
