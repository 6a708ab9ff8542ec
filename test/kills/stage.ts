import { startOpenSearch, type OpenSearchNode } from '../../workbench/opensearch';
import { publishEnvironment } from '../cluster/environment';
import { parts } from '../cluster/started_parts';
import { startWire } from '../cluster/wire';
import { startKillableHost } from './killable_host';
import { lastingPort } from './lasting_port';

const VERSION = '3.6.0';

const say = (line: string) => console.log(line);

/** What can die. */
export interface Part {
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again at its address and with its data; resolves when it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A cluster and the plugin's host, each a process that can be killed, with a wire in between. */
export interface Stage {
  hostUrl: string;
  host: Part;
  opensearch: Part;
}

/** A part of which one process at a time runs. */
function partOf<P extends { kill(): Promise<unknown>; stop(): Promise<unknown> }>(
  running: P,
  start: () => Promise<P>
): Part {
  return {
    async kill() {
      await running.kill();
    },
    async start() {
      running = await start();
    },
    async stop() {
      await running.stop();
    },
  };
}

/** Starts all of it with an empty cluster, to be stopped as `parts`; tells the tests where it is. */
export async function startStage(): Promise<Stage> {
  const [port, hostPort] = [await lastingPort(), await lastingPort()];
  const boot = (fresh: boolean): Promise<OpenSearchNode> =>
    startOpenSearch({
      version: VERSION,
      instance: 'kills',
      port,
      fresh,
      // 10 s after a start ML Commons deploys again what was deployed, whoever undeploys it meanwhile
      // (MLCommonsClusterManagerEventListener): left out where nothing was deployed before
      settings: { 'plugins.ml_commons.model_auto_redeploy.enable': !fresh },
      say,
    });
  const node = await boot(true);
  const opensearch = partOf(node, () => boot(false));
  parts.push(opensearch);
  const wire = await startWire(node.url);
  parts.push(wire);
  const startHost = () => startKillableHost(wire.url, hostPort);
  const host = partOf(await startHost(), startHost);
  parts.push(host);
  publishEnvironment({
    opensearchUrl: node.url,
    opensearchVersion: node.version,
    wireControlUrl: wire.controlUrl,
  });
  return { hostUrl: `http://127.0.0.1:${hostPort}`, host, opensearch };
}
