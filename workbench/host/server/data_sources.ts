import { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import type { OpenSearchClient } from '../../../server/platform';
import { aboutSchema } from '../../opensearch';
import type { DataSource } from '../injected_metadata';

/** A further cluster to look at, as `OPENSEARCH_DATA_SOURCES` names it. */
export interface DataSourceAddress {
  title: string;
  opensearchUrl: string;
}

/** The further clusters of the workbench, as the platform's plugin `dataSource` knows them. */
export interface DataSources {
  described: DataSource[];
  /** @throws Error in the platform's words where there is none with the id */
  getClient(id: string): Promise<OpenSearchClient>;
  close(): Promise<void>;
}

const plugins = z.array(z.object({ component: z.string() }));

/** Connects them, each with the user that its address has: not the visitor's, as in the platform. */
export async function connectDataSources(
  addresses: readonly DataSourceAddress[]
): Promise<DataSources> {
  const sources = await Promise.all(
    addresses.map(async ({ title, opensearchUrl }) => {
      const client = new Client({ node: opensearchUrl });
      return { client, ...(await describe(title, client)) };
    })
  );
  return {
    described: sources.map(({ client: _client, ...described }) => described),
    getClient(id) {
      const source = sources.find((one) => one.id === id);
      return source
        ? Promise.resolve(source.client)
        : Promise.reject(new Error(`Saved object [data-source/${id}] not found`));
    },
    async close() {
      await Promise.all(sources.map(({ client }) => client.close()));
    },
  };
}

/** What the platform finds out when a data source is made. */
async function describe(title: string, client: Client): Promise<DataSource> {
  const [root, installed] = await Promise.all([
    client.transport.request({ method: 'GET', path: '/' }),
    client.transport.request({
      method: 'GET',
      path: '/_cat/plugins',
      querystring: { format: 'json' },
    }),
  ]);
  return {
    id: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title,
    dataSourceVersion: aboutSchema.parse(root.body).version.number,
    installedPlugins: plugins.parse(installed.body).map(({ component }) => component),
  };
}
