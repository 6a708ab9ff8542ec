import { valueAt } from '../cluster/json';
import type { JsonRecord } from '../cluster/json';
import { EMBEDDED_JSON, formatPath, type JsonPath } from './json_path';
import type { StringPlace } from './walk_strings';

/** A resource calls for another, which may not exist. */
export interface Call {
  kind: string;
  id: string;
  path: string;
}

/**
 * Keys by which tools, processors and configs call for an agent: `agent_id`, `executor_agent_id`.
 */
const AGENT_ID = 'agent_id';

function callsForAgent(key: string): boolean {
  return key.endsWith(AGENT_ID) && (key.length === AGENT_ID.length || key.at(-9) === '_');
}

/** What the other keys call for, wherever they are. */
const KINDS_BY_KEY: ReadonlyMap<string, string> = new Map([
  // the body of a search, also in a template of it
  ['search_pipeline', 'search_pipeline'],
  // a search configuration of the Search Relevance Workbench
  ['searchPipeline', 'search_pipeline'],
  // the memory of an agent (MLMemorySpec), and parameters of tools
  ['memory_container_id', 'memory_container'],
  // an agent's context management by the name of a template (MLAgent)
  ['context_management_name', 'context_template'],
  // one of the search templates that a QueryPlanningTool may take
  ['template_id', 'stored_script'],
]);

function kindOfKey(key: string): string | undefined {
  return callsForAgent(key) ? 'agent' : KINDS_BY_KEY.get(key);
}

const PIPELINE = 'pipeline';

/**
 * The field of a workflow by which Dashboards' AI search flows keep their agent: `{ id, type, value
 * }`.
 */
const REQUEST_AGENT = 'requestAgentId';

/** Keys above each call for something else than an agent; their length is compared first. */
const OTHER_KEYS: readonly string[] = [PIPELINE, REQUEST_AGENT, ...KINDS_BY_KEY.keys()];
const OTHER_LENGTHS: ReadonlySet<number> = new Set(OTHER_KEYS.map(({ length }) => length));

/** Whether a text from one offset to another is a key that is above each call. */
export function mayBeCall(text: string, start: number, end: number): boolean {
  const length = end - start;
  return (
    (length >= AGENT_ID.length && text.startsWith(AGENT_ID, end - AGENT_ID.length)) ||
    (OTHER_LENGTHS.has(length) &&
      OTHER_KEYS.some((key) => key.length === length && text.startsWith(key, start)))
  );
}

/** What a string under two keys calls for: also the ingest pipeline that a processor runs. */
function kindOfKeys(key: string, outerKey: string | undefined): string | undefined {
  if (key === 'name' && outerKey === PIPELINE) return 'ingest_pipeline';
  return key === 'value' && outerKey === REQUEST_AGENT ? 'agent' : undefined;
}

/** The call that a string is, by the keys above it. */
export function callAt(text: string, at: StringPlace): Call | undefined {
  const { key } = at;
  if (key === undefined || text === '') return undefined;
  const kind = kindOfKey(key) ?? kindOfKeys(key, at.outerKey);
  return kind === undefined ? undefined : { kind, id: text, path: formatPath(at.place()) };
}

/** `"search_pipeline": "x"`, in JSON inside a string too. */
const NAMED_PIPELINE = /"search_pipeline\\*"\s*:\s*\\*"([^"\\]+)\\*"/g;

/**
 * The calls in a text that is JSON only once its placeholders are filled in: it has no keys yet.
 */
export function callsInText(text: unknown, place: JsonPath): Call[] {
  if (typeof text !== 'string' || isJson(text)) return [];
  const path = formatPath([...place, EMBEDDED_JSON]);
  return Array.from(text.matchAll(NAMED_PIPELINE), ([, id = '']) => ({
    kind: 'search_pipeline',
    id,
    path,
  }));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The settings by which an index, or a template of one, names its pipelines. */
const PIPELINE_SETTINGS = [
  { kind: 'ingest_pipeline', keys: ['index', 'default_pipeline'] },
  { kind: 'ingest_pipeline', keys: ['index', 'final_pipeline'] },
  { kind: 'search_pipeline', keys: ['index', 'search', 'default_pipeline'] },
];

/** The pipelines that index settings at a path of a definition name. */
export function callsOfSettings(definition: JsonRecord, ...settings: string[]): Call[] {
  return PIPELINE_SETTINGS.flatMap(({ kind, keys }) => {
    const id = valueAt(definition, ...settings, ...keys);
    // `_none` turns off what a template may have set
    if (typeof id !== 'string' || id === '_none') return [];
    return [{ kind, id, path: [...settings, ...keys].join('.') }];
  });
}
