import type { Coverage, SourceCoverage } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, isAbsentFeature, readPlugins } from '../cluster';
import { readResource, type ReadResource } from './read_resource';
import type { Sought } from './sought';
import type { Source } from './source';

export interface SourceReading {
  source: Source;
  resources: ReadResource[];
  coverage: SourceCoverage;
  /** Of the cluster that was read. */
  plugins: ReadonlySet<string>;
}

function coverageOfError({ kind }: Source, error: unknown): SourceCoverage {
  if (!(error instanceof ClusterError)) throw error;
  const detail = error.message;
  if (isAbsentFeature(error)) return { source: kind, state: 'absent', detail };
  return { source: kind, state: error.kind === 'forbidden' ? 'forbidden' : 'failed', detail };
}

async function readSource(
  cluster: Cluster,
  source: Source,
  { isModelId, isMentioned, mayMatter }: Sought
): Promise<Omit<SourceReading, 'plugins'>> {
  // a document that changes while its source is read comes twice
  const resources = new Map<string, ReadResource>();
  const reading = (coverage: SourceCoverage) => ({
    source,
    resources: [...resources.values()],
    coverage,
  });
  try {
    const gap = await source.read(cluster, {
      take: (document) =>
        resources.set(document.id, readResource(document, source, isModelId, isMentioned)),
      ...(mayMatter && { mayMatter }),
    });
    return reading({ source: source.kind, ...(gap ?? { state: 'read' }) });
  } catch (error) {
    // what was found before is used by the model all the same
    return reading(coverageOfError(source, error));
  }
}

/** Reads all sources at once; one that can't be read hides none of the others. */
export async function readSources(
  cluster: Cluster,
  sources: readonly Source[],
  sought: Sought
): Promise<SourceReading[]> {
  const [plugins, ...readings] = await Promise.all([
    readPlugins(cluster),
    ...sources.map((source) => readSource(cluster, source, sought)),
  ]);
  return readings.map((reading) => ({ ...reading, plugins }));
}

export function coverageOf(readings: readonly SourceReading[]): Coverage {
  return readings.map(({ coverage }) => coverage);
}
