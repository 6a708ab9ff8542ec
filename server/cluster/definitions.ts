import type { DependentKind } from '../../common/dependents';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt, type JsonRecord } from './json';
import { resourcePath, templateAddress } from './resource_path';
import { readClusterSettings } from './settings';
import { readTask } from './tasks';

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
    case 'context_template':
    case 'ml_config':
    case 'workflow':
      return answer;
    case 'stored_script':
      return valueAt(answer, 'script');
    case 'monitor':
      return valueAt(answer, 'monitor');
    case 'search_configuration':
    case 'judgment':
      return onlyHit(answer);
  }
}

async function readStored(cluster: Cluster, kind: DependentKind, id: string): Promise<unknown> {
  switch (kind) {
    case 'cluster_setting':
      return (await readClusterSettings(cluster)).find((setting) => setting.id === id)?.source;
    case 'task':
      return readTask(cluster, id);
    default: {
      // ratings are many, and none of them holds an id
      const query = kind === 'judgment' && { query: { filter_path: '-**.judgmentRatings' } };
      const path = resourcePath(kind, id);
      return definitionIn(await cluster.request({ method: 'GET', path, ...query }), kind, id);
    }
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
  const definition = await readStored(cluster, kind, id);
  if (isRecord(definition)) return definition;
  throw new ClusterError('not_found', `There is no ${kind} ${id}.`, 404);
}
