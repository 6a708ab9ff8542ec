import { createServer, type AddressInfo } from 'node:net';
import { startOpenSearch, type OpenSearchNode } from '../../workbench/opensearch';
import { wantedVersion } from '../cluster/start';
import { startParts } from '../cluster/start_parts';
import { parts } from '../cluster/started_parts';
import { FIRST, publishSecondNode, SECOND } from './second_node';

const say = (line: string) => console.log(line);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Two nodes that come up together. The second has no data and no vote, so that the cluster goes on
 * without it; models are deployed on both.
 */
async function startNodes(): Promise<{
  first: Promise<OpenSearchNode>;
  second: Promise<OpenSearchNode>;
}> {
  const port = await freePort();
  const shared = {
    'cluster.name': 'ml-models-two-nodes',
    'discovery.type': undefined,
    'discovery.seed_hosts': [`127.0.0.1:${port}`],
  };
  const start = (instance: string, settings: Record<string, unknown>) =>
    startOpenSearch({
      version: wantedVersion(),
      instance,
      fresh: true,
      heap: '512m',
      settings: { ...shared, ...settings },
      say,
    });
  return {
    first: start(FIRST, {
      'transport.port': port,
      'cluster.initial_cluster_manager_nodes': [FIRST],
    }),
    second: start(SECOND, { 'node.roles': ['ml'] }),
  };
}

/** Starts the workbench on the first of two nodes. */
export default async function start(): Promise<void> {
  const { first, second } = await startNodes();
  const [node] = await Promise.all([second, startParts(first, say)]);
  parts.push(node);
  publishSecondNode(node.pid);
}
