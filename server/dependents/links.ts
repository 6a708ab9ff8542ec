import type { GraphNode } from '../../common/dependents';
import { valueAt, type JsonRecord } from '../cluster';
import type { SourceReading } from './read_sources';
import type { Resource } from './source';
import { formatPlace } from './place';
import { COMPONENT_PREFIX } from './sources/index_templates';
import { walkStrings } from './walk_strings';

/** `from` calls for `to` at a path; `to` may not exist. */
export interface Link {
  from: GraphNode;
  to: { kind: string; id: string };
  path: string;
}

type Target = Link['to'] & { path: string };

/** Keys by which tools, processors and configs call for an agent: `agent_id`, `executor_agent_id`. */
const AGENT_ID_KEY = /(^|_)agent_id$/;

/** Agents that are named anywhere, and the ingest pipelines that `pipeline` processors run. */
function namedAnywhere({ definition }: Resource): Target[] {
  const targets: Target[] = [];
  walkStrings(definition, ({ text, key, place }) => {
    if (key === undefined) return false;
    if (AGENT_ID_KEY.test(key)) {
      targets.push({ kind: 'agent', id: text, path: formatPlace(place()) });
    } else if (key === 'name') {
      const at = place();
      if (at[at.length - 2] === 'pipeline') {
        targets.push({ kind: 'ingest_pipeline', id: text, path: formatPlace(at) });
      }
    }
    return false;
  });
  return targets;
}

/** The settings by which an index, or a template of one, names its pipelines. */
const PIPELINE_SETTINGS = [
  { kind: 'ingest_pipeline', keys: ['index', 'default_pipeline'] },
  { kind: 'ingest_pipeline', keys: ['index', 'final_pipeline'] },
  { kind: 'search_pipeline', keys: ['index', 'search', 'default_pipeline'] },
];

function pipelinesOf(definition: JsonRecord, ...settings: string[]): Target[] {
  return PIPELINE_SETTINGS.flatMap(({ kind, keys }) => {
    const id = valueAt(definition, ...settings, ...keys);
    // `_none` turns off what a template may have set
    if (typeof id !== 'string' || id === '_none') return [];
    return [{ kind, id, path: [...settings, ...keys].join('.') }];
  });
}

function components({ definition }: Resource): Target[] {
  const names = definition.composed_of;
  if (!Array.isArray(names)) return [];
  return names.map((name: unknown, index) => ({
    kind: 'index_template',
    id: `${COMPONENT_PREFIX}${String(name)}`,
    path: `composed_of[${index}]`,
  }));
}

function targetsOf(kind: string, resource: Resource): Target[] {
  switch (kind) {
    case 'ingest_pipeline':
    case 'search_pipeline':
    case 'agent':
    case 'mcp_tool':
    case 'ml_config':
    case 'context_template':
      return namedAnywhere(resource);
    case 'index':
      return pipelinesOf(resource.definition, 'settings');
    case 'index_template':
      return [
        ...pipelinesOf(resource.definition, 'template', 'settings'),
        ...pipelinesOf(resource.definition, 'settings'),
        ...components(resource),
      ];
    default:
      return [];
  }
}

function aliasLinks(index: Resource): Link[] {
  const { aliases } = index.definition;
  if (!Array.isArray(aliases)) return [];
  return aliases.map((alias: unknown) => {
    const name = String(alias);
    const from = { kind: 'alias', id: name, name };
    return { from, to: { kind: 'index', id: index.id }, path: '' };
  });
}

/** Every call of one resource for another, apart from those for models. */
export function linksOf(readings: readonly SourceReading[]): Link[] {
  return readings.flatMap(({ source, resources }) =>
    resources.flatMap((resource) => {
      const from = { kind: source.kind, id: resource.id, name: resource.name };
      const links = targetsOf(source.kind, resource).map(({ path, ...to }) => ({ from, to, path }));
      return source.kind === 'index' ? [...links, ...aliasLinks(resource)] : links;
    })
  );
}
