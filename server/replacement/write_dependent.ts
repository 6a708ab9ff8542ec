import { setTimeout as sleep } from 'timers/promises';
import type { Journal } from '../../common/replacement/journal';
import type { Cluster } from '../cluster/cluster';
import type { Release } from '../cluster/cluster_info';
import { readDefinition } from '../cluster/definitions';
import { plainJson } from '../cluster/exact_json';
import { ClusterError, isOutcomeUnknown } from '../cluster/errors';
import { type JsonRecord, valueAt } from '../cluster/json';
import { readWriteCount } from '../cluster/write_counts';
import { readVersioned } from './read_definitions';
import type { JsonPath } from '../dependents/json_path';
import { redactSecrets } from '../documents/redact_secrets';
import { canonicalText } from '../documents/canonical_json';
import { inStableOrder, watchedPart, writeRequest, writtenPart } from './dependent_write';
import { ReplacementConflict } from './errors';
import type { StoredDependent } from './plan_change';

/** A dependent that is to be written, and how. */
export interface DependentWrite {
  /** As it was read last. */
  before: StoredDependent;
  /** Its whole definition as it is to be. */
  changed: JsonRecord;
  places: readonly JsonPath[];
  release: Release | null;
  /** How often it had been written before it was read; null where that isn't known. */
  writeCount: number | null;
  /** When it was read, as `performance.now()` says, in ms. */
  readAt: number;
}

/** What became of a write. */
export type WriteOutcome =
  | { isAsExpected: true; written: NonNullable<Journal['written']> }
  /** `now`: the whole definition as it was read back, without credentials. */
  | { isAsExpected: false; written: NonNullable<Journal['written']>; now: JsonRecord };

/** A dependent as it is now, and how often it had been written before that. @throws ClusterError */
export async function readForWrite(
  cluster: Cluster,
  { kind, id }: Pick<StoredDependent, 'kind' | 'id'>,
  release: Release | null
): Promise<Pick<DependentWrite, 'before' | 'writeCount' | 'readAt' | 'release'>> {
  // the count first: what is written between the two readings then counts as another write
  const writeCount = await readWriteCount(cluster, kind, id, release);
  const readAt = performance.now();
  const stored = await readVersioned(cluster, { kind, id }, release);
  const definition = inStableOrder({ kind, definition: stored.definition });
  const name = typeof definition.name === 'string' ? definition.name : id;
  return {
    before: { kind, id, name, definition },
    writeCount: stored.version ?? writeCount,
    readAt,
    release,
  };
}

/** Some lists of ML Commons find an update only once an index is refreshed, each second. */
const READ_BACK_AFTER_MS = [0, 50, 100, 200, 400, 800, 1_000];

/**
 * The dependent as it is after a write: read again while it is as before, unless the cluster itself
 * has refused the write. @throws ClusterError
 */
async function readBack(
  cluster: Cluster,
  { before, places, release }: DependentWrite,
  isExpected: (now: JsonRecord) => boolean,
  wasRefused: boolean
): Promise<JsonRecord> {
  const watched = (definition: JsonRecord) =>
    canonicalText(watchedPart({ kind: before.kind, definition }, places));
  let now = before.definition;
  for (const pause of wasRefused ? [0] : READ_BACK_AFTER_MS) {
    if (pause > 0) await sleep(pause);
    now = (await readVersioned(cluster, before, release)).definition;
    if (isExpected(now) || watched(now) !== watched(before.definition)) break;
  }
  return now;
}

/**
 * Whether ML Commons gave a write up since another one of the same document came in between: it reads
 * an agent before it updates it (seen on 3.6.0).
 */
function isOfAnotherWrite({ status, message }: ClusterError): boolean {
  return status === 409 && /version.conflict/i.test(message);
}

/** How many other writes there were between two counts, of which one is the write itself. */
function otherWrites(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.max(after - before - 1, 0);
}

/** The version that ML Commons' answer to an update of a document has. */
async function countAfter(
  cluster: Cluster,
  answer: unknown,
  { before: { kind, id }, release }: DependentWrite
): Promise<number | null> {
  const version = valueAt(answer, '_version');
  if (typeof version === 'number') return version;
  return readWriteCount(cluster, kind, id, release);
}

/**
 * Writes a dependent once, and reads it back. A write whose answer was lost is judged by what is
 * there afterwards.
 * @throws ReplacementConflict `changed` where another write of it came in between
 * @throws ClusterError where it was not written, or where what is there isn't known
 */
export async function writeDependent(
  cluster: Cluster,
  write: DependentWrite
): Promise<WriteOutcome> {
  const { before, changed, places, readAt } = write;
  const { kind } = before;
  const part = writtenPart({ kind, definition: changed }, places);
  const expected = canonicalText(watchedPart({ kind, definition: changed }, places));
  const isExpected = (now: JsonRecord) =>
    canonicalText(watchedPart({ kind, definition: now }, places)) === expected;

  let lost: ClusterError | null = null;
  let answer: unknown;
  try {
    answer = await cluster.request({ ...writeRequest(before, part), isExact: true });
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (isOfAnotherWrite(error)) {
      const now = await readDefinition(cluster, kind, before.id);
      throw new ReplacementConflict('changed', { now: redactSecrets(now) });
    }
    if (!isOutcomeUnknown(error)) throw error;
    lost = error;
  }
  const windowMs = Math.round(performance.now() - readAt);
  const count = lost ? null : await countAfter(cluster, answer, write);
  const now = await readBack(cluster, write, isExpected, lost !== null && lost.type !== null);
  const written = {
    at: Date.now(),
    window_ms: windowMs,
    other_writes: otherWrites(write.writeCount, count),
  };
  if (isExpected(now)) return { isAsExpected: true, written };
  const isUnchanged =
    canonicalText(watchedPart({ kind, definition: now }, places)) ===
    canonicalText(watchedPart(before, places));
  if (lost && isUnchanged) throw lost;
  return { isAsExpected: false, written, now: redactSecrets(plainJson(now)) };
}
