import { readAgents } from '../../cluster';
import type { Place } from '../place';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/**
 * The keys that ML Commons' agent search looks for under `tools[].parameters`: what the installed
 * tool factories name (AgentModelsSearcher), in tools of any type.
 */
const TOOL_MODEL_KEYS: ReadonlySet<unknown> = new Set(['model_id']);

/** What the tools of the skills plugin name besides (its RAGTool). */
const SKILLS_MODEL_KEYS: ReadonlySet<unknown> = new Set([
  'inference_model_id',
  'embedding_model_id',
]);

function isToolModelKey(key: unknown, plugins: ReadonlySet<string>): boolean {
  return (
    TOOL_MODEL_KEYS.has(key) || (plugins.has('opensearch-skills') && SKILLS_MODEL_KEYS.has(key))
  );
}

function blocks(place: Place, plugins: ReadonlySet<string>): boolean {
  const [tools, index, parameters, key] = place;
  return (
    place.length === 4 &&
    tools === 'tools' &&
    typeof index === 'number' &&
    parameters === 'parameters' &&
    isToolModelKey(key, plugins)
  );
}

/** `model.model_id` is the provider's name for its model; the one of ML Commons is in `llm`. */
function ignores(place: Place): boolean {
  return place.length === 2 && place[0] === 'model' && place[1] === 'model_id';
}

export const agents: Source = {
  kind: 'agent',
  read: readAgents,
  storedIn: ['.plugins-ml-agent'],
  blocks,
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
  ignores,
};
