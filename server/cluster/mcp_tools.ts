import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';
import type { StoredDocument } from './stored_document';

/** The tools that ML Commons' MCP server offers (3.0 and later). @throws ClusterError */
export async function readMcpTools(cluster: Cluster): Promise<StoredDocument[]> {
  let answer: unknown;
  try {
    answer = await cluster.request({ method: 'GET', path: '/_plugins/_ml/mcp/tools/_list' });
  } catch (error) {
    if (isEmptyFeature(error)) return [];
    throw error;
  }
  const tools = valueAt(answer, 'tools');
  if (!Array.isArray(tools)) throw new ClusterError('malformed', 'The answer has no tools.');
  return tools.map((tool: unknown) => {
    if (isRecord(tool) && typeof tool.name === 'string') return { id: tool.name, source: tool };
    throw new ClusterError('malformed', 'An MCP tool has no name.');
  });
}
