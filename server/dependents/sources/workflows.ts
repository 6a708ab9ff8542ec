import { readWorkflows, readWorkflowStates } from '../../cluster';
import { nearestKey } from '../place';
import type { Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Workflows of flow-framework: their templates, and what they have made (`resource_id`). */
export const workflows: Source = {
  kind: 'workflow',
  async read(cluster) {
    const [templates, states] = await Promise.all([
      readWorkflows(cluster),
      readWorkflowStates(cluster),
    ]);
    const made = new Map(states.map(({ id, source }) => [id, source.resources_created]));
    return stored(templates).map((one) => ({
      ...one,
      definition: { ...one.definition, resources_created: made.get(one.id) ?? [] },
    }));
  },
  expectsModelId: (place) => underModelIdKey(place) || nearestKey(place) === 'resource_id',
};
