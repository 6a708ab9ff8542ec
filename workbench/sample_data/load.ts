import { aboutSchema } from '../opensearch';
import { loadAgents } from './agents';
import { withSettings } from './borrowed_settings';
import { openCluster } from './cluster';
import { loadConnectors } from './connectors';
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
  /** Is told what is made, a line for each resource. */
  say: (line: string) => void;
}

/**
 * Fills a cluster with models, and with pipelines, agents and indexes that use them. What is there
 * already stays; what was lost is made again, and what named it is renewed.
 */
export async function loadSampleData({ url, say }: SampleDataOptions): Promise<SampleDataReport> {
  const cluster = openCluster(url);
  try {
    const version = (await cluster.call(aboutSchema, 'GET', '/')).version.number;
    const progress = new Progress(say);

    const models = await withSettings(cluster, async () => {
      const groups = await loadModelGroups(cluster, progress);
      const connectors = await loadConnectors(cluster, progress);
      return loadModels(cluster, groups, connectors, progress);
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
