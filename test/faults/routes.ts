import type { contracts } from '../../common/contracts/api';
import {
  makeAgent,
  makeConnector,
  makeIndex,
  makeIngestPipeline,
  makeModel,
  makeSearchPipeline,
} from '../cluster/fixtures';
import type { RawAnswer, Sender } from '../cluster/plugin_api';
import { call, send } from '../cluster/plugin_api';

/** A route as the matrix calls it. */
export interface RouteCase {
  name: string;
  /** Of the answers. */
  contract: keyof typeof contracts;
  /** Asks as one sender: users are told apart by their faults. */
  ask(sender: Sender): Promise<RawAnswer>;
  /** It shows a definition as the cluster gives it, whatever is in it. */
  isAsGiven?: boolean;
}

/** What the routes are asked about. */
export interface Stage {
  routes: RouteCase[];
  /** All ids that may be in a path. */
  ids: string[];
}

/** A model in use of several kinds, one that could replace it, and what is left over. */
export async function setStage(): Promise<Stage> {
  const model = await makeModel();
  const other = await makeModel();
  const pipeline = await makeIngestPipeline(model.id);
  const search = await makeSearchPipeline(model.id);
  const agent = await makeAgent(model.id);
  const index = await makeIndex(pipeline);
  const connector = await makeConnector();
  const params = { model_id: model.id };
  const replacement = { replacement_id: other.id };
  const { connector_id: ownConnector = '' } = (await call('getModel', { params })).model;
  const route = <N extends keyof typeof contracts>(
    name: string,
    contract: N,
    request: Parameters<typeof send<N>>[1] = {}
  ): RouteCase => ({ name, contract, ask: (sender) => send(contract, request, sender) });
  const agentParams = { kind: 'agent' as const, id: agent.id };
  const pipelineParams = { kind: 'ingest_pipeline' as const, id: pipeline };
  const routes: RouteCase[] = [
    route('list', 'listModels', { query: { search: model.name } }),
    route('list of models in use', 'listModels', { query: { usage: ['in_use'] } }),
    route('usage', 'getUsage'),
    route('model', 'getModel', { params }),
    route('nodes of a model', 'getModelNodes', { params }),
    route('models with a problem', 'listTroubled'),
    route('review', 'reviewModel', { params }),
    route('reviews', 'reviewModels', { body: { model_ids: [model.id, other.id] } }),
    route('graph', 'getGraph', { query: params }),
    route('leftovers', 'listLeftovers'),
    route('broken references', 'listDangling'),
    { ...route('definition', 'getDefinition', { params: agentParams }), isAsGiven: true },
    {
      ...route('dependent', 'getDependent', { params: pipelineParams, query: params }),
      isAsGiven: true,
    },
    route('permissions', 'getPermissions'),
    route('recovery file', 'getRecovery', { params }),
    route('safe delete', 'getSafeDelete'),
    route('candidates', 'listCandidates', { params }),
    route('connectors', 'listConnectors', { params }),
    route('plan', 'planReplacement', { params, body: replacement }),
  ];
  const ids = [model.id, other.id, model.groupId, other.groupId, pipeline, search, agent.id];
  return { routes, ids: [...ids, index.id, index.alias, connector, ownConnector] };
}
