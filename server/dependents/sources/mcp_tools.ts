import { i18n } from '@osd/i18n';
import { MOST_MCP_TOOLS, readMcpTools } from '../../cluster';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Tools of the MCP server: the same parameters as an agent's tools. */
export const mcpTools: Source = {
  kind: 'mcp_tool',
  async read(cluster, { take }) {
    const tools = await readMcpTools(cluster);
    tools.forEach(take);
    if (tools.length < MOST_MCP_TOOLS) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.mcpToolsCutOff', {
        defaultMessage: 'ML Commons lists {count} MCP tools at most.',
        values: { count: MOST_MCP_TOOLS },
      }),
    };
  },
  storedIn: ['.plugins-ml-mcp-tools'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};
