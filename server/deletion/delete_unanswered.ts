import type { Review } from '../../common/dependents';
import type { ClusterError } from '../cluster';

/** A delete whose answer was lost: the model was still there when it was looked at again. */
export class DeleteUnanswered extends Error {
  override readonly name = 'DeleteUnanswered';

  constructor(
    /** What came in place of the answer. */
    readonly error: ClusterError,
    readonly review: Review
  ) {
    super(error.message);
  }
}
