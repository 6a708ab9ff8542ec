import { ensureHostBundles, startHost } from '../host';
import { startOpenSearch } from '../opensearch';
import { ensureBuilt } from '../packaging';
import { loadSampleData, startGatewayFor } from '../sample_data';
import type { Wishes } from './command_line';
import type { Shutdown } from './shutdown';
import type { Environment } from './environment';
import { ensureCluster } from './ensure_cluster';

type Say = (line: string) => void;

/** Starts everything; gives the address of the page. */
export async function run(
  wishes: Wishes,
  environment: Environment,
  shutdown: Shutdown,
  say: Say
): Promise<string> {
  const { port, username, password, ca, dataSources = [] } = environment;
  for (const { opensearchUrl: url } of dataSources)
    await ensureCluster(url, {}, 'OPENSEARCH_DATA_SOURCES');
  // Bundling takes about as long as OpenSearch does to come up.
  const [opensearchUrl] = await Promise.all([
    provideOpenSearch(wishes, environment, shutdown, say),
    ensureBuilt({ say }),
    ensureHostBundles(wishes.react, { isDevelopment: false, say }),
  ]);
  const { react } = wishes;
  const host = await startHost({
    opensearchUrl,
    dataSources,
    username,
    password,
    ca,
    port,
    react,
    say,
    // not in somebody's own cluster, which would get an index for it
    config: { history: { enabled: environment.opensearchUrl === undefined } },
  });
  shutdown.add(() => host.stop());
  return `${host.url}/app/ml-models`;
}

async function provideOpenSearch(
  { fresh, opensearch }: Wishes,
  environment: Environment,
  shutdown: Shutdown,
  say: Say
): Promise<string> {
  const { opensearchUrl, opensearchPort } = environment;
  if (opensearchUrl) {
    await ensureCluster(opensearchUrl, environment);
    say(`Using OpenSearch at ${opensearchUrl}`);
    return opensearchUrl;
  }
  const node = await startOpenSearch({
    instance: 'workbench',
    version: opensearch,
    port: opensearchPort,
    fresh,
    // the sample models are called on this machine
    settings: { 'plugins.ml_commons.connector.private_ip_enabled': true },
    say,
  });
  shutdown.add(() => node.stop());
  say(`OpenSearch ${node.version} is up at ${node.url}`);
  const gatewayUrl = await provideGateway(node.url, shutdown, say);
  const { made, there, renewed } = await loadSampleData({
    url: node.url,
    gatewayUrl,
    say: () => undefined,
  });
  say(`Sample data: ${made} made, ${renewed} renewed, ${there} there already`);
  return node.url;
}

/** What the sample models call; undefined where its port is taken: then they don't answer. */
async function provideGateway(
  opensearchUrl: string,
  shutdown: Shutdown,
  say: Say
): Promise<string | undefined> {
  try {
    const gateway = await startGatewayFor(opensearchUrl);
    shutdown.add(() => gateway.stop());
    return gateway.url;
  } catch (error) {
    say(`The remote models of the sample data will not answer: ${String(error)}`);
    return undefined;
  }
}
