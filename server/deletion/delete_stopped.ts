import type { Review, Verdict } from '../../common/dependents';

/** Why a delete did not happen: the review is another now, or one of its conditions stands. */
export type StopReason = 'changed' | Exclude<Verdict, 'clear'>;

/** A delete that was not carried out, with the review as it is now. The model is still there. */
export class DeleteStopped extends Error {
  override readonly name = 'DeleteStopped';

  constructor(
    readonly reason: StopReason,
    readonly review: Review,
    /** What ML Commons said, where it was asked. */
    readonly clusterMessage?: string
  ) {
    super(`The delete of model ${review.model.id} was stopped: ${reason}`);
  }
}
