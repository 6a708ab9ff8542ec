import type { DependentKind } from '../../common/dependents';

/** The APIs of index templates beside `_index_template`; ids have theirs before the name. */
const OTHER_TEMPLATE_APIS = ['_component_template', '_template'] as const;

export interface TemplateAddress {
  api: '_index_template' | (typeof OTHER_TEMPLATE_APIS)[number];
  name: string;
}

/** Where a template is found: `_template/logs` is `logs` of the older kind. */
export function templateAddress(id: string): TemplateAddress {
  const api = OTHER_TEMPLATE_APIS.find((one) => id.startsWith(`${one}/`));
  return api ? { api, name: id.slice(api.length + 1) } : { api: '_index_template', name: id };
}

/** The id by which a template goes here, the way back: composable ones go by their name alone. */
export function templateId({ api, name }: TemplateAddress): string {
  return api === '_index_template' ? name : `${api}/${name}`;
}

/** The path by which a resource is read; MCP tools are read with all others. */
export function resourcePath(kind: DependentKind, id: string): string {
  const name = encodeURIComponent(id);
  switch (kind) {
    case 'ingest_pipeline':
      return `/_ingest/pipeline/${name}`;
    case 'search_pipeline':
      return `/_search/pipeline/${name}`;
    case 'agent':
      return `/_plugins/_ml/agents/${name}`;
    case 'index':
      return `/${name}`;
    case 'index_template': {
      const { api, name: template } = templateAddress(id);
      return `/${api}/${encodeURIComponent(template)}`;
    }
    case 'model':
      return `/_plugins/_ml/models/${name}`;
    case 'memory_container':
      return `/_plugins/_ml/memory_containers/${name}`;
    case 'context_template':
      return `/_plugins/_ml/context_management/${name}`;
    case 'mcp_tool':
      return '/_plugins/_ml/mcp/tools/_list';
    case 'ml_config':
      return `/_plugins/_ml/config/${name}`;
    case 'workflow':
      return `/_plugins/_flow_framework/workflow/${name}`;
    case 'stored_script':
      return `/_scripts/${name}`;
    case 'search_configuration':
      return `/_plugins/_search_relevance/search_configurations/${name}`;
    case 'judgment':
      return `/_plugins/_search_relevance/judgments/${name}`;
    case 'monitor':
      return `/_plugins/_alerting/monitors/${name}`;
    case 'cluster_setting':
      return '/_cluster/settings?flat_settings=true';
    case 'task':
      return `/_plugins/_ml/tasks/${name}`;
  }
}
