import { isEmptyFeature } from './absent_feature';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt } from './json';
import type { StoredDocument } from './stored_document';

/** The most tools that ML Commons lists, and it has no other list (McpToolsHelper; 3.1 to 3.9). */
export const MOST_MCP_TOOLS = 1_000;

/**
 * The tools that ML Commons' MCP server offers (3.1 and later), as far as it lists them: where there
 * are `MOST_MCP_TOOLS` there may be others. @throws ClusterError
 */
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
