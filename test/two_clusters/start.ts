import { startHost } from '../../workbench/host';
import { startOpenSearch, type EmbeddedVersion } from '../../workbench/opensearch';
import { ensureBuilt } from '../../workbench/packaging';
import { publishEnvironment } from '../cluster/environment';
import { QUIET } from '../cluster/quiet_node';
import { parts } from '../cluster/started_parts';
import { wantedVersion } from '../cluster/start';
import { OTHER, publishClusters } from './clusters';

const say = (line: string) => console.log(line);

/** A cluster of its own, in which what was made needn't be taken away again. */
async function startCluster(instance: string, version: EmbeddedVersion | undefined) {
  const node = await startOpenSearch({
    instance,
    version,
    fresh: true,
    heap: '512m',
    settings: QUIET,
    say,
  });
  parts.push(node);
  return node;
}

/** Starts the workbench on one cluster with another, of the oldest version, as its data source. */
export default async function start(): Promise<void> {
  const [local, other] = await Promise.all([
    startCluster('local-of-two', wantedVersion()),
    startCluster('other-of-two', '2.19.6'),
    ensureBuilt({ say }),
  ]);
  const host = async (react: 16 | 18) => {
    const dataSources = [{ title: OTHER.title, opensearchUrl: other.url }];
    const started = await startHost({
      opensearchUrl: local.url,
      dataSources,
      react,
      isDevelopment: true,
      port: 0,
      say,
    });
    parts.push(started);
    return started.url;
  };
  publishEnvironment({
    opensearchUrl: local.url,
    opensearchVersion: local.version,
    hosts: { '16': await host(16), '18': await host(18) },
  });
  publishClusters({ urls: { local: local.url, other: other.url }, otherPid: other.pid });
}
