import { readWorkflows, readWorkflowStates } from '../../cluster';
import { nearestKey } from '../place';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Workflows of flow-framework: their templates, and what they have made (`resource_id`). */
export const workflows: Source = {
  kind: 'workflow',
  async read(cluster, { take }) {
    const [templates, states] = await Promise.allSettled([
      readWorkflows(cluster),
      readWorkflowStates(cluster),
    ]);
    if (templates.status === 'rejected') throw templates.reason;
    const made = new Map(
      (states.status === 'fulfilled' ? states.value : []).map(({ id, source }) => [
        id,
        source.resources_created,
      ])
    );
    for (const { id, source } of templates.value) {
      take({ id, source: { ...source, resources_created: made.get(id) ?? [] } });
    }
    if (states.status === 'rejected') throw states.reason;
  },
  storedIn: ['.plugins-flow-framework-templates', '.plugins-flow-framework-state'],
  expectsModelId: (place) => underModelIdKey(place) || nearestKey(place) === 'resource_id',
};
