import type { Coverage, SourceCoverage } from '../../common/dependents';
import type { Cluster } from '../cluster';
import { ClusterError, isAbsentFeature } from '../cluster';
import type { Resource, Source } from './source';

export interface SourceReading {
  source: Source;
  resources: Resource[];
  coverage: SourceCoverage;
}

async function readSource(cluster: Cluster, source: Source): Promise<SourceReading> {
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
export function readSources(
  cluster: Cluster,
  sources: readonly Source[]
): Promise<SourceReading[]> {
  return Promise.all(sources.map((source) => readSource(cluster, source)));
}

export function coverageOf(readings: readonly SourceReading[]): Coverage {
  return readings.map(({ coverage }) => coverage);
}
