import { z } from 'zod';
import type { Cluster } from './cluster';
import { sampleIndexTemplates } from './content/index_templates';
import { sampleIndexes, type SampleIndex } from './content/indexes';
import type { JsonObject } from './content/json';
import type { References } from './content/models';
import { isAtLeast } from './release';
import type { Progress } from './report';
import { holds } from './same_content';

const noSemanticField = 'the semantic field came with';

/** Makes the index templates that aren't there or name models that are gone. */
export async function loadIndexTemplates(
  cluster: Cluster,
  version: string,
  ids: References,
  progress: Progress
): Promise<void> {
  for (const [name, template] of Object.entries(sampleIndexTemplates)) {
    if (template.since !== undefined && !isAtLeast(version, template.since)) {
      progress.skip('index_template', name, `${noSemanticField} ${template.since}`);
      continue;
    }
    const path = `/${template.api}/${name}`;
    const wanted = template.body(ids);
    const stored = await cluster.find(z.record(z.string(), z.unknown()), path);
    const composable = z.array(z.object({ index_template: z.unknown() }));
    const bodies = composable.safeParse(stored?.['index_templates']);
    const body = bodies.success ? bodies.data[0]?.index_template : stored?.[name];
    if (stored !== undefined && holds(body, wanted)) {
      progress.done('index_template', name, 'there');
      continue;
    }
    await cluster.call(z.unknown(), 'PUT', path, wanted);
    progress.done('index_template', name, stored === undefined ? 'made' : 'renewed');
  }
}

/** Makes the indexes that aren't there, without documents. */
export async function loadIndexes(
  cluster: Cluster,
  version: string,
  ids: References,
  progress: Progress
): Promise<void> {
  for (const [name, index] of Object.entries(sampleIndexes)) {
    if (index.since !== undefined && !isAtLeast(version, index.since)) {
      progress.skip('index', name, `${noSemanticField} ${index.since}`);
      continue;
    }
    const properties = index.properties(ids);
    const mappings = z.record(
      z.string(),
      z.object({ mappings: z.object({ properties: z.unknown() }) })
    );
    const stored = await cluster.find(mappings, `/${name}/_mapping`);
    if (stored !== undefined && holds(stored[name]?.mappings.properties, properties)) {
      progress.done('index', name, 'there');
      continue;
    }
    if (stored !== undefined) {
      const { count } = await cluster.call(
        z.object({ count: z.number() }),
        'GET',
        `/${name}/_count`
      );
      if (count > 0) {
        progress.skip('index', name, 'it has other fields, and documents that should not be lost');
        continue;
      }
      await cluster.call(z.unknown(), 'DELETE', `/${name}`);
    }
    await cluster.call(z.unknown(), 'PUT', `/${name}`, indexBody(index, properties));
    progress.done('index', name, stored === undefined ? 'made' : 'renewed');
  }
}

function indexBody(index: SampleIndex, properties: JsonObject): JsonObject {
  return {
    settings: {
      number_of_shards: 1,
      number_of_replicas: 0,
      knn: index.knn,
      default_pipeline: index.defaultPipeline,
      final_pipeline: index.finalPipeline,
      'search.default_pipeline': index.searchPipeline,
    },
    mappings: { properties },
    aliases: index.aliases,
  };
}
