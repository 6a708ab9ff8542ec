import type { DependentKind } from '../../common/dependents';
import { isResourceId } from '../../common/http/fields';
import type { Cluster } from './cluster';
import { ClusterError } from './cluster_error';
import { isRecord, valueAt, type JsonRecord } from './json';
import { resourcePath, templateAddress } from './resource_path';
import { readClusterSettings } from './settings';
import { readTaskAsStored } from './tasks';

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

async function readStored(cluster: Cluster, kind: DependentKind, id: string): Promise<unknown> {
  switch (kind) {
    case 'cluster_setting':
      return (await readClusterSettings(cluster)).find((setting) => setting.id === id)?.source;
    case 'task':
      return readTaskAsStored(cluster, id);
    default: {
      // ratings are many, and none of them holds an id
      const query = kind === 'judgment' && { query: { filter_path: '-**.judgmentRatings' } };
      const path = resourcePath(kind, id);
      return definitionIn(await cluster.request({ method: 'GET', path, ...query }), kind, id);
    }
  }
}

/**
 * One resource's whole definition, as the cluster keeps it. An alias is no id: it is not found; a
 * pattern or a list, as which a pipeline's name would be read, is not sent.
 * @throws ClusterError `not_found`, `forbidden`, …
 */
export async function readDefinition(
  cluster: Cluster,
  kind: DependentKind,
  id: string
): Promise<JsonRecord> {
  if (!isResourceId(kind, id)) {
    throw new ClusterError('rejected', `OpenSearch can't be asked for one ${kind} ${id}.`, 400);
  }
  const definition = await readStored(cluster, kind, id);
  if (isRecord(definition)) return definition;
  throw new ClusterError('not_found', `There is no ${kind} ${id}.`, 404);
}
