import type { JsonRecord } from '../cluster';
import { valueAt } from '../cluster';
import { formatPlace } from './place';
import type { StringPlace } from './walk_strings';

/** A resource calls for another, which may not exist. */
export interface Call {
  kind: string;
  id: string;
  path: string;
}

/** Keys by which tools, processors and configs call for an agent: `agent_id`, `executor_agent_id`. */
const AGENT_ID = 'agent_id';

function callsForAgent(key: string): boolean {
  return key.endsWith(AGENT_ID) && (key.length === AGENT_ID.length || key.at(-9) === '_');
}

const PIPELINE = 'pipeline';

/** Whether a text from one offset to another is a key that stands above each call. */
export function mayBeCall(text: string, start: number, end: number): boolean {
  return (
    (end - start >= AGENT_ID.length && text.startsWith(AGENT_ID, end - AGENT_ID.length)) ||
    (end - start === PIPELINE.length && text.startsWith(PIPELINE, start))
  );
}

/** The call that a string is: for an agent, or for the ingest pipeline that a processor runs. */
export function callAt(text: string, at: StringPlace): Call | undefined {
  const { key } = at;
  if (key === undefined) return undefined;
  if (callsForAgent(key)) return { kind: 'agent', id: text, path: formatPlace(at.place()) };
  if (key === 'name' && at.outerKey === PIPELINE) {
    return { kind: 'ingest_pipeline', id: text, path: formatPlace(at.place()) };
  }
  return undefined;
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
