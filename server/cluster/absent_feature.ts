import { ClusterError } from './cluster_error';

/**
 * Whether the cluster said that it has no such API, or has it turned off: an older version, a
 * plugin that isn't installed ("no handler found", 400), or one of ML Commons' switches, which
 * answers with 403 or 500 and the name of the setting (MLCommonsSettings); flow-framework's switch
 * answers with 403 (RestSearchWorkflowAction).
 */
export function isAbsentFeature(error: ClusterError): boolean {
  return (
    /^no handler found for uri/.test(error.message) ||
    /update the setting plugins\.ml_commons\.\w+_enabled/.test(error.message) ||
    error.message === 'Agent framework is disabled' ||
    /^This API is disabled\b.*\[plugins\.flow_framework\.enabled\]/.test(error.message)
  );
}

/** Whether an API answered that nothing was ever stored by it: its index comes with the first. */
export function isEmptyFeature(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    (error.type === 'index_not_found_exception' || /no such index \[/.test(error.message))
  );
}
