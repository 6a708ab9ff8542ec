import { i18n } from '@osd/i18n';
import {
  mayHaveStored,
  readWorkflows,
  readWorkflowStates,
  valueAt,
  type JsonRecord,
} from '../../cluster';
import type { Call } from '../calls';
import { nearestKey } from '../place';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

const STORED_IN = ['.plugins-flow-framework-templates', '.plugins-flow-framework-state'];

/**
 * The kinds of what a workflow has made, by `resource_type`; a pipeline's kind is in the name of the
 * step (flow-framework's WorkflowResources).
 */
const MADE_KINDS: ReadonlyMap<string, string> = new Map([
  ['agent_id', 'agent'],
  ['create_ingest_pipeline', 'ingest_pipeline'],
  ['create_search_pipeline', 'search_pipeline'],
]);

/** The resources that a workflow has made and that can hold a model's id. */
function callsForMade({ resources_created: made }: JsonRecord): Call[] {
  if (!Array.isArray(made)) return [];
  return made.flatMap((resource: unknown, index) => {
    const id = valueAt(resource, 'resource_id');
    const kind =
      MADE_KINDS.get(String(valueAt(resource, 'resource_type'))) ??
      MADE_KINDS.get(String(valueAt(resource, 'workflow_step_name')));
    if (typeof id !== 'string' || kind === undefined) return [];
    return [{ kind, id, path: `resources_created[${index}].resource_id` }];
  });
}

/** Workflows of flow-framework: their templates, and what they have made (`resource_id`). */
export const workflows: Source = {
  kind: 'workflow',
  async read(cluster, { take }, limits) {
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
    if (!(await limits).workflows || !(await mayHaveStored(cluster, STORED_IN))) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.workflowsOfOthers', {
        defaultMessage: 'Flow Framework lists only workflows of your backend roles.',
      }),
    };
  },
  storedIn: STORED_IN,
  expectsModelId: (place) => underModelIdKey(place) || nearestKey(place) === 'resource_id',
  callsAnywhere: true,
  calls: callsForMade,
};
