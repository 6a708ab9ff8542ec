import { z } from 'zod';
import type { Cluster } from './cluster';
import { sampleConnectors, type ConnectorName, type SampleConnector } from './content/connectors';
import type { JsonObject } from './content/json';
import { listAll } from './listing';
import type { Progress } from './report';

/** The ids of the sample data's connectors, by name. */
export type ConnectorIds = ReadonlyMap<ConnectorName, string>;

/** Makes the connectors that aren't there, for what listens at a base URL. */
export async function loadConnectors(
  cluster: Cluster,
  gatewayUrl: string,
  progress: Progress
): Promise<ConnectorIds> {
  const there = await listAll(
    cluster,
    '/_plugins/_ml/connectors/_search',
    z.object({ name: z.string() }),
    ['name']
  );
  const ids = new Map<ConnectorName, string>();
  for (const name of Object.keys(sampleConnectors) as ConnectorName[]) {
    const found = there.find((one) => one.name === name);
    if (found) {
      ids.set(name, found.id);
      progress.done('connector', name, 'there');
      continue;
    }
    const made = await cluster.call(
      z.object({ connector_id: z.string() }),
      'POST',
      '/_plugins/_ml/connectors/_create',
      connectorBody(name, gatewayUrl)
    );
    ids.set(name, made.connector_id);
    progress.done('connector', name, 'made');
  }
  return ids;
}

/** A connector as ML Commons registers it, alone or inside a model. */
export function connectorBody(name: ConnectorName, gatewayUrl: string): JsonObject {
  const connector: SampleConnector = sampleConnectors[name];
  return {
    name,
    description: connector.description,
    version: '1',
    protocol: 'http',
    parameters: { model: connector.model, ...connector.parameters },
    credential: { key: 'sample-key-opens-nothing' },
    actions: [
      {
        action_type: 'predict',
        method: 'POST',
        url: `${gatewayUrl}${connector.path}`,
        headers: { Authorization: 'Bearer ${credential.key}' },
        request_body: connector.requestBody,
        pre_process_function: connector.preProcess,
        post_process_function: connector.postProcess,
      },
    ],
  };
}

/** The base URL that the connectors of a cluster point to; null where there are none. */
export async function findGatewayUrl(cluster: Cluster): Promise<string | null> {
  const source = z.object({
    name: z.string(),
    actions: z.array(z.object({ url: z.url() })).optional(),
  });
  const fields = ['name', 'actions.url'];
  const there = await listAll(cluster, '/_plugins/_ml/connectors/_search', source, fields);
  const [action] = there.find(({ name }) => name in sampleConnectors)?.actions ?? [];
  return action ? new URL(action.url).origin : null;
}
