import { nodeKey } from '../../../common/dependents/kinds';
import type { Cluster } from '../../cluster/cluster';
import { ClusterError } from '../../cluster/errors';
import { plainJson } from '../../cluster/exact_json';
import { isRecord, type JsonRecord, valueAt } from '../../cluster/json';
import { readDefinitions } from '../read_definitions';
import type { Exchange } from '../read_exchange';
import { replaceAt } from '../replace_references';
import { impactOf, type Use } from './indexes_to_move';

/** The ingest pipelines that put vectors of the model into documents, and those that run them. */
export async function readWriters(
  cluster: Cluster,
  writers: readonly Use[],
  exchange: Exchange
): Promise<Map<string, JsonRecord>> {
  const callers = impactOf(writers, 'ingest_pipeline').map(({ id }) => ({
    kind: 'ingest_pipeline' as const,
    id,
  }));
  const read = await readDefinitions(cluster, callers, exchange.release);
  const found = new Map<string, JsonRecord>();
  for (const { id } of callers) {
    const definition = read.get(nodeKey({ kind: 'ingest_pipeline', id }));
    if (definition && !(definition instanceof ClusterError)) found.set(id, plainJson(definition));
  }
  for (const { dependent, definition, places } of writers) {
    found.set(dependent.id, replaceAt(plainJson(definition), places, exchange));
  }
  return found;
}

/** The pipelines of some that documents run through from those that are named, each once. */
export function reachedPipelines(
  names: readonly string[],
  pipelines: ReadonlyMap<string, JsonRecord>
): string[] {
  const seen = new Set<string>();
  const pending = [...names];
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    const definition = pipelines.get(name);
    if (seen.has(name) || !definition) continue;
    seen.add(name);
    pending.push(...calledPipelines(definition));
  }
  return [...seen];
}

/** The ingest pipelines that the processors of a pipeline run. */
export function calledPipelines(definition: unknown): string[] {
  if (Array.isArray(definition)) return (definition as unknown[]).flatMap(calledPipelines);
  if (!isRecord(definition)) return [];
  const name = valueAt(definition, 'pipeline', 'name');
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...Object.values(definition).flatMap(calledPipelines),
  ];
}

/** A pipeline that runs the copies of some others, which are named by the pipeline that they are of. */
export function withCopies(
  definition: JsonRecord,
  copies: ReadonlyMap<string, string>
): JsonRecord {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => {
        const name = key === 'pipeline' ? valueAt(child, 'name') : undefined;
        const copy = typeof name === 'string' ? copies.get(name) : undefined;
        return [
          key,
          copy !== undefined && isRecord(child) ? { ...child, name: copy } : changed(child),
        ];
      })
    );
  };
  return changed(definition) as JsonRecord;
}
