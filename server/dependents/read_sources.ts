import { i18n } from '@osd/i18n';
import type {
  Coverage,
  CoverageState,
  ReadProgress,
  SourceCoverage,
} from '../../common/dependents/coverage';
import { isAbsentFeature, mayHaveStored, switchedOffBy } from '../cluster/absent_feature';
import type { Cluster } from '../cluster/cluster';
import { Turns } from '../cluster/turns';
import { readPlugins } from '../cluster/cluster_info';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { readLimits } from '../cluster/limits';
import type { Limits } from '../cluster/limits';
import type { IdMatcher } from './id_matcher';
import { mapConcurrent } from './map_concurrent';
import { readResource, type ReadResource } from './read_resource';
import type { Source } from './source';

export interface SourceReading {
  source: Source;
  resources: ReadResource[];
  coverage: SourceCoverage;
  /** Of the cluster that was read. */
  plugins: ReadonlySet<string>;
}

/** What the cluster says of a switch, with the setting, which it doesn't always name. */
function wordsOfSwitch({ message }: ClusterError, setting: string): string {
  if (message.includes(setting)) return message;
  return i18n.translate('mlModels.server.switchedOff', {
    defaultMessage: '{words} (setting {setting})',
    values: { words: message, setting },
  });
}

async function coverageOfError(
  cluster: Cluster,
  { kind: source, storedIn }: Source,
  error: unknown
): Promise<SourceCoverage> {
  if (!(error instanceof ClusterError)) throw error;
  const detail = error.message;
  if (isAbsentFeature(error)) return { source, state: 'absent', detail };
  const setting = switchedOffBy(error);
  if (setting !== null) {
    const isStored = storedIn === undefined || (await mayHaveStored(cluster, storedIn));
    const state = isStored ? 'off' : 'absent';
    return { source, state, detail: wordsOfSwitch(error, setting) };
  }
  return { source, state: error.kind === 'forbidden' ? 'forbidden' : 'failed', detail };
}

export interface ReadOptions {
  /** Whether a change of the last second is to be seen too, which takes a request for some things. */
  inRealTime?: boolean;
  /** Called once the sources begin to be read, and each time that one of them is read. */
  onProgress?(progress: ReadProgress): void;
}

async function readSource(
  cluster: Cluster,
  source: Source,
  { isModelId, isMentioned, mayMatter }: IdMatcher,
  limits: Promise<Limits>,
  { inRealTime = false }: ReadOptions
): Promise<Omit<SourceReading, 'plugins'>> {
  // a document that changes while its source is read comes twice
  const resources = new Map<string, ReadResource>();
  const reading = (coverage: SourceCoverage) => ({
    source,
    resources: [...resources.values()],
    coverage,
  });
  const take = (document: StoredDocument) =>
    void resources.set(document.id, readResource(document, source, isModelId, isMentioned));
  const readAgain = async (readNow: NonNullable<Source['readNow']>) => {
    const now = await readAllSettled([...resources.keys()], (id) => readNow(cluster, id));
    for (const [id, document] of now) {
      if (document === null) resources.delete(id);
      // one that can't be read by itself stays as the others show it: else nothing could be deleted
      else if (!(document instanceof ClusterError)) take(document);
    }
  };
  try {
    const gap = await source.read(cluster, { take, ...(mayMatter && { mayMatter }) }, limits);
    if (inRealTime && source.readNow) await readAgain(source.readNow);
    return reading({ source: source.kind, ...(gap ?? { state: 'read' }) });
  } catch (error) {
    // what was found before is used by the model all the same
    return reading(await coverageOfError(cluster, source, error));
  }
}

/** Each reading may hold some MB, and keeps the server busy: the others wait for their turn. */
const READINGS_AT_ONCE = 4;
/** Longer than a reading takes of a large cluster, where nothing hangs. */
const LONGEST_TURN_MS = 1_000;
const turns = new Turns(READINGS_AT_ONCE, LONGEST_TURN_MS);

/**
 * Reads all sources at once; one that can't be read hides none of the others. Only a few readings
 * go on at a time, whoever asks for them.
 */
export async function readSources(
  cluster: Cluster,
  sources: readonly Source[],
  matcher: IdMatcher,
  options: ReadOptions = {}
): Promise<SourceReading[]> {
  return turns.take(() => readAllSources(cluster, sources, matcher, options), cluster.signal);
}

async function readAllSources(
  cluster: Cluster,
  sources: readonly Source[],
  matcher: IdMatcher,
  options: ReadOptions
): Promise<SourceReading[]> {
  const limits = readLimits(cluster);
  const states = sources.map((): CoverageState | null => null);
  const report = () =>
    options.onProgress?.({
      sources: sources.map(({ kind }, at) => ({ source: kind, state: states[at] ?? null })),
    });
  report();
  const [, plugins, ...readings] = await Promise.all([
    limits,
    readPlugins(cluster),
    ...sources.map(async (source, at) => {
      const reading = await readSource(cluster, source, matcher, limits, options);
      states[at] = reading.coverage.state;
      report();
      return reading;
    }),
  ]);
  return readings.map((reading) => ({ ...reading, plugins }));
}

export function coverageOf(readings: readonly SourceReading[]): Coverage {
  return readings.map(({ coverage }) => coverage);
}

/** What says that the cluster isn't there for anything else either. */
const OF_THE_CLUSTER: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'data_source']);

/**
 * Reads some things of the cluster by their ids. What it says of one of them hides none of the
 * others; where it doesn't answer at all, nobody waits for that once for each.
 * @throws ClusterError `unreachable`, `timeout`, `data_source`
 */
export async function readAllSettled<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T>
): Promise<Map<string, T | ClusterError>> {
  const found = await mapConcurrent(ids, async (id): Promise<[string, T | ClusterError]> => {
    try {
      return [id, await read(id)];
    } catch (error) {
      if (!(error instanceof ClusterError) || OF_THE_CLUSTER.has(error.kind)) throw error;
      return [id, error];
    }
  });
  return new Map(found);
}
