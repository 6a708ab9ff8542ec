import { contracts } from '../../common/http';
import { cleanUpModel, deleteReviewedModel, deploy, setAutoDeploy, undeploy } from '../deletion';
import type { Logger } from '../platform';
import { FingerprintRequired } from './fingerprint_required';
import type { RegisterRoute } from './route_registrar';
import { traced, type Traced } from './trace';

const undeployTrace: Traced<typeof contracts.undeployModel> = {
  event: 'undeploy_model',
  asked: ({ params }) => ({ model_id: params.model_id }),
  answered: ({ state, nodes }) => ({ state, nodes }),
};

const deployTrace: Traced<typeof contracts.deployModel> = {
  event: 'deploy_model',
  asked: ({ params }) => ({ model_id: params.model_id }),
  answered: ({ state }) => ({ state }),
};

const autoDeployTrace: Traced<typeof contracts.putAutoDeploy> = {
  event: 'set_auto_deploy',
  asked: ({ params, body: { enabled } }) => ({ model_id: params.model_id, enabled }),
  answered: ({ enabled }) => ({ now: { enabled } }),
};

const deleteTrace: Traced<typeof contracts.deleteModel> = {
  event: 'delete_model',
  asked: ({
    params,
    query: { fingerprint = null, accept = [], undeploy: mayUndeploy = false },
  }) => ({
    model_id: params.model_id,
    fingerprint,
    accepted: accept,
    undeploy: mayUndeploy,
  }),
  answered: ({ model_group, versions_without_group: left }) => ({
    model_group,
    ...(left !== undefined && { versions_without_group: left }),
  }),
};

const cleanUpTrace: Traced<typeof contracts.cleanUpModel> = {
  event: 'clean_up_model',
  asked: ({ params }) => ({ model_id: params.model_id }),
};

export function registerDeletionRoutes(register: RegisterRoute, logger: Logger): void {
  register(
    contracts.undeployModel,
    traced(logger, undeployTrace, (cluster, { params, query }) =>
      undeploy(cluster, params.model_id, query.wait_seconds * 1_000)
    )
  );
  register(
    contracts.deployModel,
    traced(logger, deployTrace, (cluster, { params, query }) =>
      deploy(cluster, params.model_id, query.wait_seconds * 1_000)
    )
  );
  register(
    contracts.putAutoDeploy,
    traced(logger, autoDeployTrace, (cluster, { params, body }) =>
      setAutoDeploy(cluster, params.model_id, body.enabled)
    )
  );
  register(
    contracts.deleteModel,
    traced(logger, deleteTrace, async (cluster, { params, query }) => {
      const { fingerprint, accept = [], undeploy: mayUndeploy = false } = query;
      if (fingerprint === undefined) throw new FingerprintRequired();
      return deleteReviewedModel(cluster, params.model_id, {
        fingerprint,
        accept,
        undeploy: mayUndeploy,
      });
    })
  );
  register(
    contracts.cleanUpModel,
    traced(logger, cleanUpTrace, async (cluster, { params }) => {
      await cleanUpModel(cluster, params.model_id);
      return { result: 'cleaned_up' as const, model_id: params.model_id };
    })
  );
}
