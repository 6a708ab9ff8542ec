import { contracts } from '../../common/http';
import { deleteReviewedModel, undeploy } from '../deletion';
import { FingerprintRequired } from './fingerprint_required';
import type { RegisterRoute } from './route_registrar';

export function registerDeletionRoutes(register: RegisterRoute): void {
  register(contracts.undeployModel, async (cluster, { params }) => ({
    model_id: params.model_id,
    state: await undeploy(cluster, params.model_id),
  }));
  register(contracts.deleteModel, async (cluster, { params, query }) => {
    const { fingerprint, accept = [], undeploy: mayUndeploy = false } = query;
    if (fingerprint === undefined) throw new FingerprintRequired();
    return deleteReviewedModel(cluster, params.model_id, {
      fingerprint,
      accept,
      undeploy: mayUndeploy,
    });
  });
}
