import { createHash } from 'crypto';
import type { Review } from '../../common/dependents/review';

export type FingerprintedReview = Pick<
  Review,
  'model' | 'model_group' | 'dependents' | 'coverage' | 'safe_delete'
>;

/**
 * SHA-256, in hex, of every consequence of a delete and all that its verdict rests on: which model
 * it is (another one can have the same id, but not the same `created_time`) and its state, its
 * group, how far that has grown and whether it goes, every reference, what fails together with each
 * dependent, how far was read, and safe delete. The order in which the cluster answers, names, other
 * times and the wording of errors are no part of it.
 */
export function fingerprintOf(review: FingerprintedReview): string {
  const { model, model_group: group, dependents, coverage, safe_delete: safeDelete } = review;
  const basis = {
    model: [model.id, model.state, model.created_time],
    group: group && [group.id, group.last_version, group.latest_version],
    references: dependents
      .flatMap(({ kind, id, references }) =>
        references.map(({ path, enforcement }) => JSON.stringify([kind, id, path, enforcement]))
      )
      .sort(),
    impact: dependents
      .flatMap((dependent) =>
        dependent.impact.map(({ kind, id }) =>
          JSON.stringify([dependent.kind, dependent.id, kind, id])
        )
      )
      .sort(),
    coverage: coverage.map(({ source, state }) => JSON.stringify([source, state])).sort(),
    safeDelete: safeDelete.enabled,
  };
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}
