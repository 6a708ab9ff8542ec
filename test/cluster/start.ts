import { startHost } from '../../workbench/host';
import { startOpenSearch, type EmbeddedVersion } from '../../workbench/opensearch';
import { ensureBuilt } from '../../workbench/packaging';
import { publishEnvironment } from './environment';
import { parts } from './parts';
import { startWire } from './wire';

const say = (line: string) => console.log(line);

/** The version to test on: `TEST_OPENSEARCH_VERSION`, else the newest that this machine can run. */
function wantedVersion(): EmbeddedVersion | undefined {
  const version = process.env.TEST_OPENSEARCH_VERSION;
  if (version === undefined || version === '3.6.0' || version === '2.19.6') return version;
  throw new Error(`There is no embedded OpenSearch ${version}.`);
}

/** Starts all that the tests need, before the first of them. */
export default async function start(): Promise<void> {
  const booting = startOpenSearch({
    version: wantedVersion(),
    instance: 'test',
    fresh: true,
    say,
  });
  const [opensearch] = await Promise.all([booting, ensureBuilt({ say })]);
  parts.push(opensearch);
  const wire = await startWire(opensearch.url);
  parts.push(wire);
  const host = async (react: 16 | 18) => {
    const started = await startHost({ opensearchUrl: wire.url, react, port: 0, say: () => {} });
    parts.push(started);
    return started.url;
  };
  publishEnvironment({
    opensearchUrl: opensearch.url,
    opensearchVersion: opensearch.version,
    wireControlUrl: wire.controlUrl,
    hosts: { '16': await host(16), '18': await host(18) },
  });
}
