import { z } from 'zod';
import type { Cluster } from './cluster';
import { sampleIngestPipelines, type PipelineBody } from './content/ingest_pipelines';
import type { References } from './content/models';
import { sampleSearchPipelines } from './content/search_pipelines';
import type { Progress } from './report';
import { holds } from './same_content';

/** Makes the ingest and the search pipelines that aren't there or name models that are gone. */
export async function loadPipelines(
  cluster: Cluster,
  ids: References,
  progress: Progress
): Promise<void> {
  await load(cluster, ids, progress, 'ingest', sampleIngestPipelines);
  await load(cluster, ids, progress, 'search', sampleSearchPipelines);
}

async function load(
  cluster: Cluster,
  ids: References,
  progress: Progress,
  kind: 'ingest' | 'search',
  pipelines: Record<string, PipelineBody>
): Promise<void> {
  const all = z.record(z.string(), z.unknown());
  // A cluster without pipelines answers 404.
  const there = (await cluster.find(all, `/_${kind}/pipeline`)) ?? {};
  for (const [name, body] of Object.entries(pipelines)) {
    const wanted = body(ids);
    const stored = there[name];
    if (stored !== undefined && holds(stored, wanted)) {
      progress.done(`${kind}_pipeline`, name, 'there');
      continue;
    }
    await cluster.call(z.unknown(), 'PUT', `/_${kind}/pipeline/${name}`, wanted);
    progress.done(`${kind}_pipeline`, name, stored === undefined ? 'made' : 'renewed');
  }
}
