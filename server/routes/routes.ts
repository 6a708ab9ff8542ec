import { contracts } from '../../common/contracts/api';
import { cleanUpModel } from '../deletion/clean_up_model';
import { deleteReviewedConnector } from '../deletion/delete_connector';
import { deleteReviewedGroup } from '../deletion/delete_group';
import { deleteReviewedModel } from '../deletion/delete_reviewed_model';
import { FingerprintRequired } from '../deletion/errors';
import { readPermissions } from '../deletion/read_permissions';
import { readRecovery } from '../deletion/recovery/read_recovery';
import { deploy, setAutoDeploy, undeploy } from '../deletion/undeploy';
import { readDangling } from '../dependents/dangling';
import { readGraph, readModelGraph } from '../dependents/graph';
import { readLeftovers } from '../dependents/read_leftovers';
import { readResourceDefinition } from '../dependents/read_resource_definition';
import { readDependentRequests } from '../dependents/requests/read_dependent_requests';
import { reviewModel, reviewModels } from '../dependents/review_model';
import { readHistory } from '../history/read_history';
import type { SavedHistory } from '../history/saved_history';
import { getModel } from '../models/get_model';
import { listModels } from '../models/list_models';
import { readModelNodes } from '../models/model_nodes';
import { readTroubled } from '../models/read_troubled';
import { readUsage } from '../models/read_usage';
import type { Logger, Router } from '../platform';
import { applyChange } from '../replacement/apply_change';
import { cancelEmbedding, readEmbedding, startEmbedding } from '../replacement/embed_again';
import { listCandidates } from '../replacement/list_candidates';
import { planReplacement } from '../replacement/plan_replacement';
import { readNewIndexes } from '../replacement/new_indexes/read_new_indexes';
import { revertChange } from '../replacement/revert_change';
import { listConnectors, swapConnector } from '../replacement/swap_connector';
import { tryReplacement } from '../replacement/try_replacement';
import { changeSafeDelete, readSafeDelete } from '../safe_delete/safe_delete';
import { toReviewModelsAnswer } from './error_answer';
import { dataSourceIdOf, routeRegistrar } from './register_route';

/**
 * Registers every route: method and path, the contract of what it takes and gives, what it does, and
 * what the server's log, and the history where it is turned on, says of it. Each takes
 * `data_source_id` besides: its cluster is that one.
 */
export function registerRoutes(
  router: Router,
  logger: Logger,
  history: SavedHistory | null = null
): void {
  const route = routeRegistrar(router, { logger, history });

  // models

  route('GET /api/ml_models/models', contracts.listModels, (cluster, { query }) =>
    listModels(cluster, query)
  );

  route('GET /api/ml_models/troubled', contracts.listTroubled, (cluster) => readTroubled(cluster));

  route('GET /api/ml_models/usage', contracts.getUsage, (cluster) => readUsage(cluster));

  route('GET /api/ml_models/models/{model_id}', contracts.getModel, (cluster, { params }) =>
    getModel(cluster, params.model_id)
  );

  route(
    'GET /api/ml_models/models/{model_id}/nodes',
    contracts.getModelNodes,
    async (cluster, { params }) => ({ nodes: await readModelNodes(cluster, params.model_id) })
  );

  // dependents

  route(
    'GET /api/ml_models/models/{model_id}/review',
    contracts.reviewModel,
    (cluster, { params }, onProgress) => reviewModel(cluster, params.model_id, { onProgress })
  );

  route('GET /api/ml_models/graph', contracts.getGraph, (cluster, { query: { model_id: id } }) =>
    id === undefined ? readGraph(cluster) : readModelGraph(cluster, id)
  );

  route('GET /api/ml_models/leftovers', contracts.listLeftovers, (cluster) =>
    readLeftovers(cluster)
  );

  route('GET /api/ml_models/dangling', contracts.listDangling, (cluster) => readDangling(cluster));

  route(
    'GET /api/ml_models/definitions/{kind}/{id}',
    contracts.getDefinition,
    (cluster, { params: { kind, id } }) => readResourceDefinition(cluster, kind, id)
  );

  route(
    'GET /api/ml_models/dependents/{kind}/{id}',
    contracts.getDependent,
    (cluster, { params: { kind, id }, query }) =>
      readDependentRequests(cluster, kind, id, query.model_id)
  );

  route(
    'GET /api/ml_models/dependents/{kind}/{id}/console_request',
    contracts.getConsoleRequest,
    async (cluster, { params: { kind, id }, query }) => {
      const { requests } = await readDependentRequests(cluster, kind, id, query.model_id);
      return requests.remove_reference ?? requests.show;
    }
  );

  // deletion

  route('GET /api/ml_models/permissions', contracts.getPermissions, (cluster) =>
    readPermissions(cluster)
  );

  route(
    'GET /api/ml_models/models/{model_id}/recovery',
    contracts.getRecovery,
    (cluster, { params }) => readRecovery(cluster, params.model_id)
  );

  route(
    'POST /api/ml_models/reviews',
    contracts.reviewModels,
    async (cluster, { body }, onProgress) =>
      toReviewModelsAnswer(await reviewModels(cluster, body.model_ids, { onProgress }))
  );

  route(
    'DELETE /api/ml_models/models/{model_id}',
    contracts.deleteModel,
    async (cluster, { params, query }) => {
      const { fingerprint, accept = [], undeployed = false } = query;
      if (fingerprint === undefined) throw new FingerprintRequired();
      return deleteReviewedModel(cluster, params.model_id, { fingerprint, accept, undeployed });
    },
    {
      event: 'delete_model',
      describeRequest: ({ params, query }) => ({
        model_id: params.model_id,
        fingerprint: query.fingerprint ?? null,
        accepted: query.accept ?? [],
        undeployed: query.undeployed ?? false,
        ...(query.recovery_file !== undefined && { recovery_file: query.recovery_file }),
      }),
      describeAnswer: ({ model_group, versions_without_group }) => ({
        model_group,
        ...(versions_without_group !== undefined && { versions_without_group }),
      }),
    }
  );

  route(
    'DELETE /api/ml_models/connectors/{connector_id}',
    contracts.deleteConnector,
    async (cluster, { params, query: { fingerprint } }) => {
      if (fingerprint === undefined) throw new FingerprintRequired();
      return deleteReviewedConnector(cluster, params.connector_id, fingerprint);
    },
    {
      event: 'delete_connector',
      describeRequest: ({ params, query }) => ({
        connector_id: params.connector_id,
        fingerprint: query.fingerprint ?? null,
      }),
      describeAnswer: ({ models_without_connector: left }) => ({
        ...(left !== undefined && { models_without_connector: left }),
      }),
    }
  );

  route(
    'DELETE /api/ml_models/model_groups/{model_group_id}',
    contracts.deleteGroup,
    async (cluster, { params, query: { fingerprint } }) => {
      if (fingerprint === undefined) throw new FingerprintRequired();
      return deleteReviewedGroup(cluster, params.model_group_id, fingerprint);
    },
    {
      event: 'delete_model_group',
      describeRequest: ({ params, query }) => ({
        model_group_id: params.model_group_id,
        fingerprint: query.fingerprint ?? null,
      }),
      describeAnswer: ({ versions_without_group: left }) => ({
        ...(left !== undefined && { versions_without_group: left }),
      }),
    }
  );

  route(
    'POST /api/ml_models/models/{model_id}/_clean_up',
    contracts.cleanUpModel,
    async (cluster, { params }) => {
      await cleanUpModel(cluster, params.model_id);
      return { result: 'cleaned_up' as const, model_id: params.model_id };
    },
    {
      event: 'clean_up_model',
      describeRequest: ({ params }) => ({ model_id: params.model_id }),
    }
  );

  route(
    'POST /api/ml_models/models/{model_id}/_undeploy',
    contracts.undeployModel,
    (cluster, { params, query }) => undeploy(cluster, params.model_id, query.wait_seconds * 1_000),
    {
      event: 'undeploy_model',
      describeRequest: ({ params }) => ({ model_id: params.model_id }),
      describeAnswer: ({ state, nodes }) => ({ state, nodes }),
    }
  );

  route(
    'POST /api/ml_models/models/{model_id}/_deploy',
    contracts.deployModel,
    (cluster, { params, query }) => deploy(cluster, params.model_id, query.wait_seconds * 1_000),
    {
      event: 'deploy_model',
      describeRequest: ({ params }) => ({ model_id: params.model_id }),
      describeAnswer: ({ state }) => ({ state }),
    }
  );

  route(
    'PUT /api/ml_models/models/{model_id}/auto_deploy',
    contracts.putAutoDeploy,
    (cluster, { params, body }) => setAutoDeploy(cluster, params.model_id, body.enabled),
    {
      event: 'set_auto_deploy',
      describeRequest: ({ params, body }) => ({ model_id: params.model_id, enabled: body.enabled }),
      describeAnswer: ({ enabled }) => ({ now: { enabled } }),
    }
  );

  // replacement

  route(
    'GET /api/ml_models/models/{model_id}/replacement/candidates',
    contracts.listCandidates,
    (cluster, { params, query }) => listCandidates(cluster, params.model_id, query)
  );

  route(
    'GET /api/ml_models/models/{model_id}/replacement/connectors',
    contracts.listConnectors,
    (cluster, { params, query }) => listConnectors(cluster, params.model_id, query)
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/swap',
    contracts.swapConnector,
    (cluster, { params, body }) => swapConnector(cluster, params.model_id, body),
    {
      event: 'swap_connector',
      describeRequest: ({ params, body }) => ({
        model_id: params.model_id,
        connector_id: body.connector_id,
        fingerprint: body.fingerprint,
        accepted: body.accept ?? [],
      }),
      describeAnswer: ({ before, after }) => ({ before, after }),
    }
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/plan',
    contracts.planReplacement,
    (cluster, { params, body: { replacement_id: replacementId, possible } }) =>
      planReplacement(cluster, params.model_id, { replacementId, possible })
  );

  route(
    'GET /api/ml_models/models/{model_id}/replacement/new_indexes',
    contracts.readNewIndexes,
    (cluster, { params, query }) => readNewIndexes(cluster, params.model_id, query.replacement_id)
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/try',
    contracts.tryReplacement,
    (cluster, { params, body }) => tryReplacement(cluster, params.model_id, body)
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/apply',
    contracts.applyChange,
    (cluster, { params, body }) => applyChange(cluster, params.model_id, body),
    {
      event: 'replace_model',
      describeRequest: ({ params, body }) => ({
        model_id: params.model_id,
        replacement_id: body.replacement_id,
        dependent: `${body.kind}/${body.id}`,
        fingerprint: body.fingerprint,
        accepted: body.accept ?? [],
        dry_run: body.dry_run ?? false,
      }),
      describeAnswer: ({ journal }) => ({
        paths: journal.places.map((place) => place.join('.')),
        ...(journal.written && { written: journal.written }),
      }),
    }
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/revert',
    contracts.revertChange,
    (cluster, { params, body: { journal, dry_run: dryRun = false } }) =>
      revertChange(cluster, params.model_id, journal, { dryRun }),
    {
      event: 'revert_replacement',
      describeRequest: ({ params, body: { journal, dry_run: dryRun = false } }) => ({
        model_id: params.model_id,
        replacement_id: journal.replacement_id,
        dependent: `${journal.kind}/${journal.id}`,
        dry_run: dryRun,
      }),
      describeAnswer: ({ result }) => ({ outcome: result }),
    }
  );

  route(
    'GET /api/ml_models/models/{model_id}/replacement/embedding',
    contracts.readEmbedding,
    (cluster, { query }) => readEmbedding(cluster, query)
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/embedding',
    contracts.startEmbedding,
    (cluster, { body }) => startEmbedding(cluster, body),
    {
      event: 'embed_again',
      describeRequest: ({ params, body }) => ({ model_id: params.model_id, ...body }),
      describeAnswer: ({ task_id: task }) => ({ task }),
    }
  );

  route(
    'POST /api/ml_models/models/{model_id}/replacement/embedding/cancel',
    contracts.cancelEmbedding,
    (cluster, { body }) => cancelEmbedding(cluster, body),
    {
      event: 'cancel_embedding',
      describeRequest: ({ params, body }) => ({ model_id: params.model_id, ...body }),
      describeAnswer: ({ result }) => ({ outcome: result }),
    }
  );

  // safe delete

  route('GET /api/ml_models/safe_delete', contracts.getSafeDelete, (cluster) =>
    readSafeDelete(cluster)
  );

  route(
    'PUT /api/ml_models/safe_delete',
    contracts.putSafeDelete,
    (cluster, { body }) => changeSafeDelete(cluster, body),
    {
      event: 'set_safe_delete',
      describeRequest: ({ body: { scope, enabled } }) => ({ scope, enabled }),
      describeAnswer: ({ enabled, source }) => ({ now: { enabled, source } }),
    }
  );

  // history

  if (history) {
    route(
      'GET /api/ml_models/models/{model_id}/history',
      contracts.getHistory,
      (cluster, { params, query }) =>
        readHistory(cluster, history, dataSourceIdOf(query), params.model_id)
    );
  }
}
