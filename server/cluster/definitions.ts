import { isResourceId } from '../../common/contracts/fields';
import type { DependentKind } from '../../common/dependents/kinds';
import type { Cluster } from './cluster';
import { ClusterError } from './errors';
import { isRecord, type JsonRecord, valueAt } from './json';
import { readTaskAsStored } from './ml_resources';
import { readClusterSettings } from './settings';

/** The part of the entry of a list that has the name. */
function named(answer: unknown, list: string, name: string, part?: string): unknown {
  const entries = valueAt(answer, list);
  if (!Array.isArray(entries)) throw new ClusterError('malformed', `The answer has no ${list}.`);
  const entry: unknown = entries.find((one: unknown) => valueAt(one, 'name') === name);
  return part === undefined ? entry : valueAt(entry, part);
}

/** The document in an answer that has the shape of a search's. */
function onlyHit(answer: unknown, id: string): unknown {
  const hits = valueAt(answer, 'hits', 'hits');
  return Array.isArray(hits) ? valueAt(ofId(hits[0], id), '_source') : undefined;
}

/** What is of the very id that was asked for. */
function ofId(answer: unknown, id: string): unknown {
  return valueAt(answer, '_id') === id ? answer : undefined;
}

/** The kinds of which a request for one has the definition in its answer. */
type KindWithPath = Exclude<DependentKind, 'cluster_setting' | 'task'>;

/** Where a definition lies in the answer that it comes with. */
function definitionIn(answer: unknown, kind: KindWithPath, id: string): unknown {
  switch (kind) {
    case 'ingest_pipeline':
    case 'search_pipeline':
    case 'index':
      return valueAt(answer, id);
    case 'index_template': {
      const { api, name } = templateAddress(id);
      if (api === '_template') return valueAt(answer, name);
      return api === '_component_template'
        ? named(answer, 'component_templates', name, 'component_template')
        : named(answer, 'index_templates', name, 'index_template');
    }
    case 'mcp_tool':
      return named(answer, 'tools', id);
    case 'agent':
    case 'model':
    case 'memory_container':
    case 'ml_config':
    case 'workflow':
      return answer;
    case 'context_template':
      return valueAt(answer, 'name') === id ? answer : undefined;
    case 'stored_script':
      return valueAt(ofId(answer, id), 'script');
    case 'monitor':
      return valueAt(ofId(answer, id), 'monitor');
    case 'search_configuration':
    case 'judgment':
      return onlyHit(answer, id);
  }
}

/** How a definition is read. */
export interface ReadDefinitionOptions {
  /** As for a request of which the answer is written again. */
  isExact?: boolean;
}

async function readStored(
  cluster: Cluster,
  kind: DependentKind,
  id: string,
  { isExact }: ReadDefinitionOptions
): Promise<unknown> {
  switch (kind) {
    case 'cluster_setting':
      return (await readClusterSettings(cluster)).find((setting) => setting.id === id)?.source;
    case 'task':
      return readTaskAsStored(cluster, id);
    default: {
      // ratings are many, and none of them holds an id
      const query = kind === 'judgment' && { query: { filter_path: '-**.judgmentRatings' } };
      const path = resourcePath(kind, id);
      return definitionIn(
        await cluster.request({ method: 'GET', path, ...query, isExact }),
        kind,
        id
      );
    }
  }
}

/** Kinds that are refused without a name when they are made. */
const HAVE_NAMES: ReadonlySet<DependentKind> = new Set(['agent', 'memory_container']);

/**
 * One resource's whole definition, as the cluster keeps it. An alias is no id: it is not found; a
 * pattern or a list, as which a pipeline's name would be read, is not sent.
 * @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readDefinition(
  cluster: Cluster,
  kind: DependentKind,
  id: string,
  options: ReadDefinitionOptions = {}
): Promise<JsonRecord> {
  if (!isResourceId(kind, id)) {
    throw new ClusterError('rejected', `OpenSearch can't be asked for one ${kind} ${id}.`, 400);
  }
  const definition = await readStored(cluster, kind, id, options);
  if (isRecord(definition)) {
    if (!HAVE_NAMES.has(kind) || typeof definition.name === 'string') return definition;
    throw new ClusterError('malformed', `The answer is not the definition of ${kind} ${id}.`);
  }
  throw new ClusterError('not_found', `There is no ${kind} ${id}.`, 404);
}

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
