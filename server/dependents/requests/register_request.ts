import { i18n } from '@osd/i18n';
import type { DependentKind } from '../../../common/dependents/kinds';
import { resourcePath } from '../../cluster/definitions';
import { isRecord } from '../../cluster/json';
import type { JsonRecord } from '../../cluster/json';
import type { ConsoleRequest } from './console_text';

const newId = (id: string) =>
  i18n.translate('mlModels.requests.newId', {
    defaultMessage: 'The resource gets a new ID. Change everything that uses {id}.',
    values: { id },
  });

const changeInstead = (path: string) =>
  i18n.translate('mlModels.requests.changeInstead', {
    defaultMessage: 'If the resource still exists, change it with PUT {path} instead.',
    values: { path },
  });

function agentRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [newId(id), changeInstead(resourcePath('agent', id))],
    method: 'POST',
    path: '/_plugins/_ml/agents/_register',
    body: registeredAgent(definition),
  };
}

function indexRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.emptyIndex', {
        defaultMessage: 'Only if the index was deleted. The index is created without documents.',
      }),
    ],
    method: 'PUT',
    path: resourcePath('index', id),
    body: registeredIndex(definition),
  };
}

function guardrailsRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.guardrails', {
        defaultMessage: 'The guardrails of a model that still exists.',
      }),
    ],
    method: 'PUT',
    path: resourcePath('model', id),
    body: { guardrails: definition.guardrails },
  };
}

function containerRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [
      newId(id),
      i18n.translate('mlModels.requests.emptyContainer', {
        defaultMessage: 'The memories of the container are not restored.',
      }),
      changeInstead(resourcePath('memory_container', id)),
    ],
    method: 'POST',
    path: '/_plugins/_ml/memory_containers/_create',
    body: withoutBookkeeping(definition),
  };
}

const IN_THE_PATH: ReadonlySet<string> = new Set(['name']);

function contextTemplateRequest(id: string, definition: JsonRecord): ConsoleRequest {
  const body = omit(withoutBookkeeping(definition), IN_THE_PATH);
  return { method: 'POST', path: resourcePath('context_template', id), body };
}

function mcpToolRequest(definition: JsonRecord): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.mcpTool', {
        defaultMessage: 'If the tool still exists, change it with POST {path} instead.',
        values: { path: '/_plugins/_ml/mcp/tools/_update' },
      }),
    ],
    method: 'POST',
    path: '/_plugins/_ml/mcp/tools/_register',
    body: { tools: [withoutBookkeeping(definition)] },
  };
}

function workflowRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [newId(id)],
    method: 'POST',
    path: '/_plugins/_flow_framework/workflow',
    body: withoutBookkeeping(definition),
  };
}

/** What the Search Relevance Workbench gives to a search configuration. */
const GIVEN_TO_CONFIGURATION: ReadonlySet<string> = new Set(['id', 'timestamp']);

function searchConfigurationRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [newId(id)],
    method: 'PUT',
    path: '/_plugins/_search_relevance/search_configurations',
    body: omit(definition, GIVEN_TO_CONFIGURATION),
  };
}

function monitorRequest(id: string, definition: JsonRecord): ConsoleRequest {
  return {
    comments: [newId(id), changeInstead(resourcePath('monitor', id))],
    method: 'POST',
    path: '/_plugins/_alerting/monitors',
    body: withoutBookkeeping(definition),
  };
}

/** A setting in the nodes' files is left as it is. */
const OF_NODES: ReadonlySet<string> = new Set(['defaults']);

function settingRequest(definition: JsonRecord): ConsoleRequest {
  return { method: 'PUT', path: '/_cluster/settings', body: omit(definition, OF_NODES) };
}

function noJudgmentRequest(): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.judgmentKept', {
        defaultMessage:
          'The judgment list keeps its ratings without the model. No request is needed.',
      }),
    ],
  };
}

function noTaskRequest(): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.taskNotRepeatable', {
        defaultMessage: 'Start the batch prediction again: ML Commons doesn’t keep its input.',
      }),
    ],
  };
}

function noRequest(): ConsoleRequest {
  return {
    comments: [
      i18n.translate('mlModels.requests.configNotWritable', {
        defaultMessage: 'ML Commons has no request that writes a configuration.',
      }),
    ],
  };
}

/**
 * The request that registers a dependent again as it is defined now. What ML Commons' own ones
 * take was seen on 3.6.0; those of further plugins go by their projects' documentation.
 */
export function registerRequest(
  kind: DependentKind,
  id: string,
  definition: JsonRecord
): ConsoleRequest {
  switch (kind) {
    case 'ingest_pipeline':
    case 'search_pipeline':
    case 'index_template':
      return { method: 'PUT', path: resourcePath(kind, id), body: definition };
    case 'agent':
      return agentRequest(id, definition);
    case 'index':
      return indexRequest(id, definition);
    case 'model':
      return guardrailsRequest(id, definition);
    case 'memory_container':
      return containerRequest(id, definition);
    case 'context_template':
      return contextTemplateRequest(id, definition);
    case 'mcp_tool':
      return mcpToolRequest(definition);
    case 'workflow':
      return workflowRequest(id, definition);
    case 'stored_script':
      return { method: 'PUT', path: resourcePath(kind, id), body: { script: definition } };
    case 'search_configuration':
      return searchConfigurationRequest(id, definition);
    case 'monitor':
      return monitorRequest(id, definition);
    case 'cluster_setting':
      return settingRequest(definition);
    case 'judgment':
      return noJudgmentRequest();
    case 'task':
      return noTaskRequest();
    case 'ml_config':
      return noRequest();
  }
}

/** What ML Commons and flow-framework note of a resource themselves. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'created_time',
  'create_time',
  'last_updated_time',
  'last_update_time',
  'last_modified',
  'last_provisioned_time',
  'is_hidden',
  'owner',
  'user',
  'tenant_id',
  'resources_created',
  // of the alerting plugin
  'enabled_time',
  'monitor_id',
  'schema_version',
]);

/** A record without some of its members. */
export function omit(record: JsonRecord, keys: ReadonlySet<string>): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}

/** A definition as it was registered: without what its keeper notes of it. */
export function withoutBookkeeping(definition: JsonRecord): JsonRecord {
  return omit(definition, BOOKKEEPING);
}

const EXECUTOR: ReadonlySet<string> = new Set(['executor_agent_id']);

/**
 * An agent as it was registered. ML Commons makes a planner its executor, and an agent of the
 * unified API its model, from a credential that is not known here: the model is in `llm`.
 */
function registeredAgent(definition: JsonRecord): JsonRecord {
  const { model, ...agent } = withoutBookkeeping(definition);
  const { type, parameters } = agent;
  const planner = typeof type === 'string' && /^plan_execute_and_reflect$/i.test(type);
  return {
    ...agent,
    ...(planner && isRecord(parameters) && { parameters: omit(parameters, EXECUTOR) }),
    ...(model !== undefined && !isRecord(agent.llm) && { model }),
  };
}

/** Settings that an index is given, and refuses to be created with. */
const GIVEN_SETTINGS: ReadonlySet<string> = new Set([
  'creation_date',
  'history',
  'provided_name',
  'resize',
  'uuid',
  'version',
]);

/** An index as it would be created, with its settings, mapping and aliases. */
function registeredIndex({ settings, mappings, aliases }: JsonRecord): JsonRecord {
  const { index, ...others } = isRecord(settings) ? settings : {};
  return {
    settings: { ...others, ...(isRecord(index) && { index: omit(index, GIVEN_SETTINGS) }) },
    mappings,
    aliases,
  };
}
