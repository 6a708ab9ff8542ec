import type { Cluster } from './cluster';
import { isRecord, type JsonRecord, valueAt } from './json';
import { checkWhole } from './search_all';

/** An agent as it is stored, and how often it was written so far. */
export interface VersionedAgent {
  definition: JsonRecord;
  version: number;
}

/** As many as an answer of a few MB has. */
const AT_ONCE = 200;

/**
 * Some agents by their ids, in one answer for many, numbers as they are written; a hidden one isn't
 * found. A search gives what a GET of each does (seen on 3.6.0), as of the index's last refresh.
 * @throws ClusterError
 */
export async function readAgentsByIds(
  cluster: Cluster,
  ids: readonly string[]
): Promise<Map<string, VersionedAgent>> {
  const agents = new Map<string, VersionedAgent>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const values = ids.slice(from, from + AT_ONCE);
    const answer = await cluster.request({
      method: 'POST',
      path: '/_plugins/_ml/agents/_search',
      body: { query: { ids: { values } }, size: values.length, version: true },
      reads: true,
      isExact: true,
    });
    checkWhole(answer);
    const hits = valueAt(answer, 'hits', 'hits');
    for (const hit of Array.isArray(hits) ? (hits as unknown[]) : []) {
      const definition = valueAt(hit, '_source');
      const version = valueAt(hit, '_version');
      if (isRecord(definition) && typeof version === 'number') {
        agents.set(String(valueAt(hit, '_id')), { definition, version });
      }
    }
  }
  return agents;
}
