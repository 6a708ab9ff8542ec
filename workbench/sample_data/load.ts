import { aboutSchema } from '../opensearch';
import { loadAgents } from './agents';
import { withSettings } from './borrowed_settings';
import { openCluster } from './cluster';
import { findGatewayUrl, loadConnectors } from './connectors';
import { type Gateway, startGateway } from './gateway';
import type { ModelKey, References } from './content/models';
import { loadIndexes, loadIndexTemplates } from './indexes';
import { loadMemoryContainers } from './memory_containers';
import { loadModelGroups } from './model_groups';
import { loadModels } from './models';
import { loadPipelines } from './pipelines';
import { Progress, type SampleDataReport } from './report';

export interface SampleDataOptions {
  /** The cluster's base URL. */
  url: string;
  /** Where the remote models are called; by default at a port where nothing listens. */
  gatewayUrl?: string;
  /** Is told what is made, a line for each resource. */
  say: (line: string) => void;
}

/** Port 9 is that of the discard service, which no machine has today. */
const NOBODY = 'http://127.0.0.1:9';

/**
 * Starts what the remote models of a cluster call: where its sample data point to, so that they work
 * after a restart too, else at a free port. @throws Error where that port is taken
 */
export async function startGatewayFor(url: string): Promise<Gateway> {
  const cluster = openCluster(url);
  try {
    const known = await findGatewayUrl(cluster);
    return await startGateway(known === null ? 0 : Number(new URL(known).port));
  } finally {
    await cluster.close();
  }
}

/**
 * Fills a cluster with models, and with pipelines, agents and indexes that use them. What is there
 * already stays; what was lost is made again, and what named it is renewed.
 */
export async function loadSampleData({
  url,
  gatewayUrl = NOBODY,
  say,
}: SampleDataOptions): Promise<SampleDataReport> {
  const cluster = openCluster(url);
  try {
    const version = (await cluster.call(aboutSchema, 'GET', '/')).version.number;
    const progress = new Progress(say);

    const models = await withSettings(cluster, gatewayUrl, async () => {
      const groups = await loadModelGroups(cluster, progress);
      const connectors = await loadConnectors(cluster, gatewayUrl, progress);
      return loadModels(cluster, groups, connectors, gatewayUrl, progress);
    });
    const ids = referencesTo(models);
    await loadPipelines(cluster, ids, progress);
    await loadAgents(cluster, version, ids, progress);
    await loadIndexTemplates(cluster, version, ids, progress);
    await loadIndexes(cluster, version, ids, progress);
    await loadMemoryContainers(cluster, version, ids, progress);
    return progress.report(version, models);
  } finally {
    await cluster.close();
  }
}

function referencesTo(models: ReadonlyMap<ModelKey, string>): References {
  return {
    model(key) {
      const id = models.get(key);
      if (id === undefined)
        throw new Error(`The sample data name model "${key}" before it is made`);
      return id;
    },
    agent(name) {
      throw new Error(`Only agents name agents in the sample data, not "${name}"`);
    },
  };
}
