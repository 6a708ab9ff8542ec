import { isResourceId } from '../../common/contracts/fields';
import { type DependentKind, nodeKey } from '../../common/dependents/kinds';
import { readAgentsByIds, type VersionedAgent } from '../cluster/agents';
import type { Cluster } from '../cluster/cluster';
import { isSearchCurrent } from '../cluster/cluster_info';
import type { Release } from '../cluster/cluster_info';
import { readDefinition, resourcePath } from '../cluster/definitions';
import { ClusterError } from '../cluster/errors';
import { isRecord, type JsonRecord } from '../cluster/json';
import { mapConcurrent } from '../dependents/map_concurrent';

interface Named {
  kind: DependentKind;
  id: string;
}

/** What was read: a definition, or why there is none. */
type Read = JsonRecord | ClusterError;

/** OpenSearch gives many pipelines in one answer, by their names. */
const PIPELINES: ReadonlySet<DependentKind> = new Set(['ingest_pipeline', 'search_pipeline']);

/** A path may be 4 kB long. */
const LONGEST_NAMES = 3_000;

/** Names in pieces, each short enough for one path. */
function inPieces(ids: readonly string[]): string[][] {
  const pieces: string[][] = [];
  let length = Infinity;
  for (const id of ids) {
    length += encodeURIComponent(id).length + 1;
    if (length > LONGEST_NAMES) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(id);
  }
  return pieces;
}

function missing({ kind, id }: Named): ClusterError {
  return new ClusterError('not_found', `There is no ${kind} ${id}.`, 404);
}

async function readPiece(cluster: Cluster, kind: DependentKind, ids: readonly string[]) {
  const [first = '', ...others] = ids;
  const path = [resourcePath(kind, first), ...others.map(encodeURIComponent)].join(',');
  const answer = await cluster.request({ method: 'GET', path, isExact: true });
  // one that isn't there is left out
  if (isRecord(answer) && Object.values(answer).every(isRecord)) return answer;
  throw new ClusterError('malformed', `The answer has something else than definitions of ${kind}.`);
}

/** The agents among some dependents, where a search finds their newest versions. */
async function readSearchedAgents(
  cluster: Cluster,
  dependents: readonly Named[],
  release: Release | null
): Promise<Map<string, VersionedAgent>> {
  const ids = dependents.filter(({ kind }) => kind === 'agent').map(({ id }) => id);
  if (ids.length === 0 || !isSearchCurrent(release)) return new Map();
  try {
    return await readAgentsByIds(cluster, ids);
  } catch (error) {
    // each is asked for by itself, and says why it can't be read
    if (error instanceof ClusterError) return new Map();
    throw error;
  }
}

/** A definition, and how often it was written; null where that isn't known. */
export interface VersionedDefinition {
  definition: JsonRecord;
  version: number | null;
}

/**
 * One dependent's definition, read in the way in which a plan reads it: what is compared must come
 * from the same place. @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readVersioned(
  cluster: Cluster,
  dependent: Named,
  release: Release | null
): Promise<VersionedDefinition> {
  const agents = await readSearchedAgents(cluster, [dependent], release);
  const { kind, id } = dependent;
  return (
    agents.get(id) ?? {
      definition: await readDefinition(cluster, kind, id, { isExact: true }),
      version: null,
    }
  );
}

async function orError<T>(read: () => Promise<T>): Promise<T | ClusterError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ClusterError) return error;
    throw error;
  }
}

/**
 * The definitions of many dependents, as `readDefinition` gives each, exactly: by `nodeKey`, with
 * the cluster's error in place of one that can't be read.
 */
export async function readDefinitions(
  cluster: Cluster,
  dependents: readonly Named[],
  release: Release | null
): Promise<Map<string, Read>> {
  const found = new Map<string, Read>();
  for (const [id, { definition }] of await readSearchedAgents(cluster, dependents, release)) {
    found.set(nodeKey({ kind: 'agent', id }), definition);
  }
  const oneByOne = dependents.filter(
    (one) =>
      !found.has(nodeKey(one)) && (!PIPELINES.has(one.kind) || !isResourceId(one.kind, one.id))
  );
  const pieces = [...PIPELINES].flatMap((kind) => {
    const ids = dependents.filter((one) => one.kind === kind && isResourceId(kind, one.id));
    return inPieces(ids.map(({ id }) => id)).map((piece) => ({ kind, piece }));
  });
  await Promise.all([
    mapConcurrent(pieces, async ({ kind, piece }) => {
      const answer = await orError(() => readPiece(cluster, kind, piece));
      for (const id of piece) {
        const one = { kind, id };
        const definition = answer instanceof ClusterError ? answer : answer[id];
        const isRead = definition instanceof ClusterError || isRecord(definition);
        found.set(nodeKey(one), isRead ? definition : missing(one));
      }
    }),
    mapConcurrent(oneByOne, async (one) => {
      const read = () => readDefinition(cluster, one.kind, one.id, { isExact: true });
      found.set(nodeKey(one), await orError(read));
    }),
  ]);
  return found;
}
