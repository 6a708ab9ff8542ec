import { createHash } from 'crypto';
import type { Review } from '../../common/dependents';

export type FingerprintedReview = Pick<
  Review,
  'model' | 'model_group' | 'dependents' | 'coverage' | 'safe_delete'
>;

/**
 * SHA-256, in hex, of all that the verdict on a model rests on: its state and group, every
 * reference, how far was read, and safe delete. The order in which the cluster answers, names,
 * times and the wording of errors are no part of it.
 */
export function fingerprintOf(review: FingerprintedReview): string {
  const { model, model_group: group, dependents, coverage, safe_delete: safeDelete } = review;
  const basis = {
    model: [model.id, model.state],
    group: group && [group.id, group.last_version],
    references: dependents
      .flatMap(({ kind, id, references }) =>
        references.map(({ path, enforcement }) => JSON.stringify([kind, id, path, enforcement]))
      )
      .sort(),
    coverage: coverage.map(({ source, state }) => JSON.stringify([source, state])).sort(),
    safeDelete: safeDelete.enabled,
  };
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}
