import { withoutSecretText } from './secret_text';

/**
 * - `unreachable`: no connection; `timeout`: no answer in time, the outcome is not known
 * - `forbidden`: 403; `not_found`: OpenSearch's own 404; `rejected`: any other refusal
 * - `malformed`: an answer that isn't what the API promises
 * - `data_source`: the data source itself can't be used
 */
export type ClusterErrorKind =
  'unreachable' | 'timeout' | 'forbidden' | 'not_found' | 'rejected' | 'malformed' | 'data_source';

/**
 * What the cluster, or the way to it, said instead of an answer. `message` is in its own words,
 * without the secrets of a request or a definition that they may repeat: it is shown and logged.
 */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(
    readonly kind: ClusterErrorKind,
    message: string,
    /** HTTP status, where there was an answer that had one. */
    readonly status: number | null = null,
    /** OpenSearch's type of error, such as `index_not_found_exception`. */
    readonly type: string | null = null,
    /** The answer's body as it came. */
    readonly body: unknown = undefined
  ) {
    super(withoutSecretText(message));
  }
}
