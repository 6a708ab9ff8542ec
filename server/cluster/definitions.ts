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
      return answer;
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
