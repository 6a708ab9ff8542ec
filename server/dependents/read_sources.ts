import type { Coverage, SourceCoverage } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, isAbsentFeature, readPlugins } from '../cluster';
import type { Resource, Source } from './source';

export interface SourceReading {
  source: Source;
  resources: Resource[];
  coverage: SourceCoverage;
  /** Of the cluster that was read. */
  plugins: ReadonlySet<string>;
}

async function readSource(
  cluster: Cluster,
  source: Source
): Promise<Omit<SourceReading, 'plugins'>> {
  const reading = (state: SourceCoverage['state'], resources: Resource[], detail?: string) => ({
    source,
    resources,
    coverage: { source: source.kind, state, ...(detail !== undefined && { detail }) },
  });
  try {
    return reading('read', await source.read(cluster));
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (isAbsentFeature(error)) return reading('absent', [], error.message);
    return reading(error.kind === 'forbidden' ? 'forbidden' : 'failed', [], error.message);
  }
}

/** Reads all sources at once; one that can't be read hides none of the others. */
export async function readSources(
  cluster: Cluster,
  sources: readonly Source[]
): Promise<SourceReading[]> {
  const [plugins, ...readings] = await Promise.all([
    readPlugins(cluster),
    ...sources.map((source) => readSource(cluster, source)),
  ]);
  return readings.map((reading) => ({ ...reading, plugins }));
}

export function coverageOf(readings: readonly SourceReading[]): Coverage {
  return readings.map(({ coverage }) => coverage);
}
