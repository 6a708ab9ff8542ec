import type { ConnectorReview } from '../dependents/connector';
import type { Coverage } from '../dependents/coverage';
import type { Review } from '../dependents/review';
import { notChecked } from '../dependents/verdict';

/**
 * Whether a connector can go with the last model that uses it: `in_use` by something else,
 * `not_checked` where something may hide a user, `unread` where its own definition could not be read.
 */
export type ConnectorVerdict = 'unused' | 'in_use' | 'not_checked' | 'unread';

/** A connector that is deleted after a model. */
export interface ConnectorToDelete {
  id: string;
  name: string;
  /** Of the review that the admin was shown. */
  fingerprint: string;
}

/** The connector of a reviewed model, where it can go with it; null where it can't. */
export function connectorToDelete(
  { connector, coverage }: Pick<Review, 'connector' | 'coverage'>,
  without?: ReadonlySet<string>
): ConnectorToDelete | null {
  if (!connector || connector.fingerprint === null) return null;
  const { id, name, fingerprint } = connector;
  return judgeConnector(connector, coverage, without) === 'unused'
    ? { id, name, fingerprint }
    : null;
}

/** `without`: models that are deleted before it. */
export function judgeConnector(
  { users, fingerprint }: ConnectorReview,
  coverage: Coverage,
  without: ReadonlySet<string> = new Set()
): ConnectorVerdict {
  const others = users?.filter(({ kind, id }) => kind !== 'model' || !without.has(id));
  if (others && others.length > 0) return 'in_use';
  if (!others || notChecked(coverage).length > 0) return 'not_checked';
  return fingerprint === null ? 'unread' : 'unused';
}
