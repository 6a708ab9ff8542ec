import { readAgents } from '../../cluster';
import type { Place } from '../place';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/**
 * The keys that ML Commons' agent search looks for under `tools[].parameters`
 * (AgentModelsSearcher: what the installed tool factories name; without skills just this one).
 */
const TOOL_MODEL_KEYS: ReadonlySet<unknown> = new Set(['model_id']);

function blocks(place: Place): boolean {
  const [tools, index, parameters, key] = place;
  return (
    place.length === 4 &&
    tools === 'tools' &&
    typeof index === 'number' &&
    parameters === 'parameters' &&
    TOOL_MODEL_KEYS.has(key)
  );
}

/** `model.model_id` is the provider's name for its model; the one of ML Commons is in `llm`. */
function ignores(place: Place): boolean {
  return place.length === 2 && place[0] === 'model' && place[1] === 'model_id';
}

export const agents: Source = {
  kind: 'agent',
  read: async (cluster) => stored(await readAgents(cluster)),
  blocks,
  expectsModelId: underModelIdKey,
  ignores,
};
