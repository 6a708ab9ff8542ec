import { readMcpTools } from '../../cluster';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Tools of the MCP server: the same parameters as an agent's tools. */
export const mcpTools: Source = {
  kind: 'mcp_tool',
  read: async (cluster) => stored(await readMcpTools(cluster)),
  expectsModelId: underModelIdKey,
};
