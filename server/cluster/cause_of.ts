import type { ErrorCause } from '../../common/http';
import type { ClusterError } from './cluster_error';

/**
 * The action in `no permissions for [cluster:admin/…] and User [name=…]`, which is how the security
 * plugin refuses (PrivilegesEvaluator; seen on 2.19). Null where it names none, or where it wasn't
 * the security plugin.
 */
export function missingPermission({ kind, type, message }: ClusterError): string | null {
  if (kind !== 'forbidden' || type !== 'security_exception') return null;
  return /^no permissions for \[([^\]]+)\]/.exec(message)?.[1] ?? null;
}

/**
 * ML Commons' words for what its status alone doesn't say, the same on 2.19.6 and 3.6.0. The first
 * is its answer for a hidden model as well as for one of another group (ModelAccessControlHelper,
 * DeleteModelTransportAction); undeploying has words of its own (TransportUndeployModelsAction).
 */
const CAUSES: ReadonlyArray<[ErrorCause, RegExp]> = [
  ['others_model', /^User doesn't have privilege to perform this operation on this model$/],
  ['others_model', /^No permission to undeploy model /],
  // the helper's check by resource sharing, 3.3 and later
  ['not_shared', /^User .* is not authorized to perform action .* on ml-model-group id: /],
  // TenantAwareHelper
  ['no_tenant', /^You don't have permission to access this resource$/],
  ['cleanup_failed', /^Model is not all cleaned up, please try again\./],
  ['group_missing', /^Fail to find model group$/],
  // MLModelState and FunctionName, for a value of another version
  ['unreadable_model', /^Wrong (model state|function name)$/],
];

/** What Java throws where a part of a document is missing, or is none that ML Commons knows. */
const OF_A_DOCUMENT =
  /^(illegal_argument|null_pointer|class_cast|number_format|parsing|x_content_parse|opensearch_parse)_exception$/;

/**
 * Whether ML Commons, asked for one model, says that it can't make anything of its document, such as
 * of one without `additional_config` after an upgrade (ml-commons #4999, #5057; seen on 3.6.0) or
 * with a framework of another version (seen on 2.19.6 too): 400 or 500. Searches show it all the
 * same, since they pass documents on as they are.
 */
export function isUnreadableModel({ kind, status, type }: ClusterError): boolean {
  const ofMlCommons = kind === 'rejected' && (status === 400 || status === 500);
  return ofMlCommons && OF_A_DOCUMENT.test(type ?? '');
}

/**
 * What stands behind an error of the cluster; null where its words are not known, or mean nothing
 * but what its kind says. A model whose document lacks its state or its function is answered with
 * 500 null_pointer_exception.
 */
export function causeOf(error: ClusterError): ErrorCause | null {
  if (missingPermission(error) !== null) return 'missing_permission';
  if (error.status === 500 && error.type === 'null_pointer_exception') return 'unreadable_model';
  if (error.status === null) return null;
  return CAUSES.find(([, words]) => words.test(error.message))?.[0] ?? null;
}
