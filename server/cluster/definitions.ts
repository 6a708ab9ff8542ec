import type { DependentKind } from '../../common/dependents';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt, type JsonRecord } from './json';
import { resourcePath, templateAddress } from './resource_path';

/** The part of the entry of a list that has the name. */
function named(answer: unknown, list: string, name: string, part?: string): unknown {
  const entries = valueAt(answer, list);
  if (!Array.isArray(entries)) throw new ClusterError('malformed', `The answer has no ${list}.`);
  const entry: unknown = entries.find((one: unknown) => valueAt(one, 'name') === name);
  return part === undefined ? entry : valueAt(entry, part);
}

/** The document in an answer that has the shape of a search's. */
function onlyHit(answer: unknown): unknown {
  const hits = valueAt(answer, 'hits', 'hits');
  return Array.isArray(hits) ? valueAt(hits[0], '_source') : undefined;
}

/** A setting by its key, in the first scope that has a value. */
function settingOf(answer: unknown, key: string): unknown {
  for (const scope of ['transient', 'persistent']) {
    const value = valueAt(answer, scope, ...key.split('.'));
    if (value !== undefined) return { [key]: value };
  }
  return undefined;
}

/** Where a definition lies in the answer that it comes with. */
function definitionIn(answer: unknown, kind: DependentKind, id: string): unknown {
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
    case 'context_template':
    case 'ml_config':
    case 'workflow':
    case 'task':
      return answer;
    case 'stored_script':
      return valueAt(answer, 'script');
    case 'monitor':
      return valueAt(answer, 'monitor');
    case 'search_configuration':
    case 'judgment':
      return onlyHit(answer);
    case 'cluster_setting':
      return settingOf(answer, id);
  }
}

/**
 * One resource's whole definition, as the cluster keeps it. An alias or a pattern is no id: it is
 * not found. @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readDefinition(
  cluster: Cluster,
  kind: DependentKind,
  id: string
): Promise<JsonRecord> {
  const answer = await cluster.request({ method: 'GET', path: resourcePath(kind, id) });
  const definition = definitionIn(answer, kind, id);
  if (isRecord(definition)) return definition;
  throw new ClusterError('not_found', `There is no ${kind} ${id}.`, 404);
}
