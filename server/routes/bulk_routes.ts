import type { NotReviewed } from '../../common/deletion';
import type { ErrorBody } from '../../common/http';
import { contracts } from '../../common/http';
import type { ClusterError } from '../cluster';
import { reviewRun } from '../deletion';
import { errorAnswer } from './error_answer';
import type { RegisterRoute } from './route_registrar';

/** In the words that a request for this model alone would be answered with. */
function notReviewed(modelId: string, error: ClusterError): NotReviewed {
  const answer = errorAnswer(error);
  if (!answer) throw error;
  const { message, attributes } = answer.body;
  return {
    model_id: modelId,
    message,
    ...(attributes as NonNullable<ErrorBody['attributes']>),
  };
}

export function registerBulkRoutes(register: RegisterRoute): void {
  register(contracts.reviewModels, async (cluster, { body }) => {
    const { errors, ...run } = await reviewRun(cluster, body.model_ids);
    return { ...run, errors: [...errors].map(([id, error]) => notReviewed(id, error)) };
  });
}
