import type { Cluster } from '../../cluster';
import { readAgents } from '../../cluster';
import { nearestKey, type Place } from '../place';
import type { Source } from '../source';
import { namesModelId } from './model_id_keys';

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
  async read(cluster: Cluster) {
    return (await readAgents(cluster)).map(({ id, source }) => ({
      id,
      name: typeof source.name === 'string' ? source.name : id,
      definition: source,
    }));
  },
  blocks,
  expectsModelId: (place) => namesModelId(nearestKey(place)),
  ignores,
};
