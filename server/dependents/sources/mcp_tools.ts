import { readMcpTools } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Tools of the MCP server: the same parameters as an agent's tools. */
export const mcpTools: Source = {
  kind: 'mcp_tool',
  read: async (cluster, { take }) => (await readMcpTools(cluster)).forEach(take),
  storedIn: ['.plugins-ml-mcp-tools'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
