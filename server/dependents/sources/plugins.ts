import { i18n } from '@osd/i18n';
import { mayHaveStored } from '../../cluster/absent_feature';
import { type JsonRecord, valueAt } from '../../cluster/json';
import { readWorkflows, readWorkflowStates } from '../../cluster/ml_resources';
import {
  LISTED_AT_MOST,
  readJudgments,
  readMonitors,
  readSearchConfigurations,
} from '../../cluster/other_plugins';
import { readClusterSettings } from '../../cluster/settings';
import type { Call } from '../resource_calls';
import { nearestKey } from '../json_path';
import type { Gap, Source } from '../source';
import { underModelIdKey } from '../source';

const WORKFLOWS_STORED_IN = ['.plugins-flow-framework-templates', '.plugins-flow-framework-state'];

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
    if (!(await limits).workflows || !(await mayHaveStored(cluster, WORKFLOWS_STORED_IN))) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.workflowsOfOthers', {
        defaultMessage: 'Flow Framework lists only workflows of your backend roles.',
      }),
    };
  },
  storedIn: WORKFLOWS_STORED_IN,
  expectsModelId: (place) => underModelIdKey(place) || nearestKey(place) === 'resource_id',
  callsAnywhere: true,
  calls: callsForMade,
};

function gapUnless(isWhole: boolean): Gap | undefined {
  if (isWhole) return undefined;
  const detail = i18n.translate('mlModels.server.listedAtMost', {
    defaultMessage:
      'The Search Relevance Workbench lists at most {limit, number}, and there are as many.',
    values: { limit: LISTED_AT_MOST },
  });
  return { state: 'partial', detail };
}

/** Search configurations of the Search Relevance Workbench: queries, as JSON in a string. */
export const searchConfigurations: Source = {
  kind: 'search_configuration',
  read: async (cluster, reader) => gapUnless(await readSearchConfigurations(cluster, reader)),
  storedIn: ['search-relevance-search-config'],
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};

/**
 * Judgment lists that a model made. Their ratings stay and need it no more; only a list that is
 * still being made, or whose failed ratings are tried again, asks the model in its
 * metadata (RetryFailedJudgmentTransportAction).
 */
export const judgments: Source = {
  kind: 'judgment',
  read: async (cluster, reader) => gapUnless(await readJudgments(cluster, reader)),
  storedIn: ['search-relevance-judgment'],
  expectsModelId: () => false,
  isDoubtful: () => true,
};

/** Of alerting (ScheduledJob.SCHEDULED_JOBS_INDEX). */
const MONITORS_STORED_IN = ['.opendistro-alerting-config'];

/** Monitors of the alerting plugin: the queries of their inputs. */
export const monitors: Source = {
  kind: 'monitor',
  async read(cluster, reader, limits) {
    await readMonitors(cluster, reader);
    if (!(await limits).monitors || !(await mayHaveStored(cluster, MONITORS_STORED_IN))) return;
    return {
      state: 'partial',
      detail: i18n.translate('mlModels.server.monitorsOfOthers', {
        defaultMessage: 'Alerting lists only monitors of your backend roles.',
      }),
    };
  },
  storedIn: MONITORS_STORED_IN,
  expectsModelId: underModelIdKey,
  callsAnywhere: true,
};

/** The settings by which neural-search chooses a model for a language (3.9 and later). */
const NAMES_A_MODEL = /^plugins\.neural_search\.model_selection\.model_id\./;

/** Cluster settings: `persistent["plugins.neural_search.model_selection.model_id.dense.english"]`. */
export const clusterSettings: Source = {
  kind: 'cluster_setting',
  read: async (cluster, { take }) => (await readClusterSettings(cluster)).forEach(take),
  expectsModelId: ([, key]) => NAMES_A_MODEL.test(String(key)),
};
