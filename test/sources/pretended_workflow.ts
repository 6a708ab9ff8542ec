import { uniqueName } from '../cluster/fixtures';
import type { PretendedApi } from '../cluster/wire';

/** The answer to a search that finds one document. */
export function found(id: string, source: object): PretendedApi['answer'] {
  const hits = [{ _id: id, _source: source, sort: [0] }];
  const answer = {
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { hits },
  };
  return { status: 200, body: JSON.stringify(answer) };
}

/** What a workflow has to do with other resources than a model. */
interface Others {
  /** The agent that it asks, as the AI search flows of Dashboards keep it. */
  asked?: string;
  /** What it has made: the step's name, the type of the resource and its id. */
  made?: ReadonlyArray<readonly [step: string, type: string, id: string]>;
}

/** A workflow that uses a model: there is no flow-framework among the parts that tests run on. */
export function pretendedWorkflow(
  modelId: string,
  { asked, made = [] }: Others = {}
): { id: string; apis: PretendedApi[] } {
  const id = uniqueName('workflow');
  const node = {
    id: 'deploy',
    type: 'deploy_model',
    previous_node_inputs: {},
    user_inputs: { model_id: modelId },
  };
  const template = {
    name: id,
    use_case: 'CUSTOM',
    version: { template: '1.0.0', compatibility: ['2.19.0', '3.0.0'] },
    workflows: { provision: { user_params: {}, nodes: [node], edges: [] } },
    ...(asked !== undefined && {
      ui_metadata: {
        config: {
          search: { requestAgentId: { id: 'requestAgentId', type: 'string', value: asked } },
        },
      },
    }),
  };
  const state = {
    workflow_id: id,
    state: 'COMPLETED',
    provisioning_progress: 'DONE',
    resources_created: [
      {
        workflow_step_name: 'deploy_model',
        workflow_step_id: 'deploy',
        resource_type: 'model_id',
        resource_id: modelId,
      },
      ...made.map(([step, type, resource]) => ({
        workflow_step_name: step,
        workflow_step_id: step,
        resource_type: type,
        resource_id: resource,
      })),
    ],
  };
  return {
    id,
    apis: [
      { path: '_flow_framework/workflow/_search', answer: found(id, template) },
      { path: '_flow_framework/workflow/state/_search', answer: found(id, state) },
    ],
  };
}
