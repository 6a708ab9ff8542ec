import { errorBody } from '../../common/contracts/errors';
import { notChecked } from '../../common/dependents/verdict';
import type { LoggedRequest } from '../cluster/wire_log';
import type { Race } from './race';
import type { Finish } from './run_race';

/** How far the delete had come when the dependent was there, and acknowledged. */
export type Timing =
  | 'before the second review'
  | 'before its source was read again'
  /** while its source was read or later, but before the delete of ML Commons was sent */
  | 'in between'
  /** while that was on its way */
  | 'along with the delete'
  | 'after the delete';

const isDelete = ({ line }: LoggedRequest) => line.startsWith('DELETE ');
const isSent = ({ stage }: LoggedRequest) => stage !== 'arrived';
const isAnswered = ({ stage }: LoggedRequest) => stage === 'answered';

/** Tells the requests by which dependents of the race's kind are read. */
function readsOf({ kind }: Race): (request: LoggedRequest) => boolean {
  const path = new RegExp(kind.readBy);
  return ({ line }) => path.test(line.slice(line.indexOf(' ') + 1));
}

/** By what the wire saw, not by what the race was meant to be. */
export function timingOf({ race, before, after }: Finish): Timing {
  const reads = readsOf(race);
  if (before.some((one) => isDelete(one) && isAnswered(one))) return 'after the delete';
  if (after.some((one) => isDelete(one) && isSent(one))) return 'along with the delete';
  if (after.length === 0) return 'before the second review';
  if (!after.some((one) => reads(one) && isSent(one))) return 'before its source was read again';
  return 'in between';
}

/** Whether the delete was to know the dependent: all that it reads of its kind came later. */
export function isKnown(timing: Timing): boolean {
  return timing === 'before the second review' || timing === 'before its source was read again';
}

/** ML Commons itself refuses over a dependent that is there when it is asked to delete. */
export function mlCommonsRefuses(finish: Finish): boolean {
  const { safeDelete, kind } = finish.race;
  const timing = timingOf(finish);
  return safeDelete && kind.blocks && (isKnown(timing) || timing === 'in between');
}

/** The model was deleted under a dependent that was there before the delete was sent. */
export function isSlip(finish: Finish): boolean {
  return !finish.isThere && timingOf(finish) === 'in between';
}

/** The same once all had been read: through the one request that is left. */
export function isLastMomentSlip(finish: Finish): boolean {
  return isSlip(finish) && finish.before.some(isDelete);
}

/** How long the delete could not see what came, in ms; of one that nothing held up. */
export function windowOf({ race, before }: Finish): number | undefined {
  if (race.point.step !== 'after the answer') return undefined;
  const read = before.find(readsOf(race));
  const deletion = before.find(isDelete);
  return read && deletion && deletion.at - read.at;
}

function judgeRefusal({ race, review, answer, dependentId }: Finish, timing: Timing): string[] {
  const parsed = errorBody.safeParse(answer.body);
  if (!parsed.success) return [`the refusal is not one: ${JSON.stringify(answer.body)}`];
  const { reason, review: now } = parsed.data.attributes ?? {};
  const wrong: string[] = [];
  const names = (dependents: readonly { id: string }[] = []) =>
    dependents.some(({ id }) => id === dependentId);
  if (!names(now?.dependents)) wrong.push('the review in the answer does not name the dependent');
  const seen = names(review.dependents);
  const stopped = seen ? review.verdict : 'changed';
  if (isKnown(timing) && reason !== stopped) wrong.push(`it stopped as ${reason}, not ${stopped}`);
  const byMlCommons = race.safeDelete && race.kind.blocks && reason === 'refused';
  if (!isKnown(timing) && reason !== 'changed' && !byMlCommons) wrong.push(`stopped as ${reason}`);
  return wrong;
}

/** What should not have been so, in words. */
export function judge(finish: Finish): string[] {
  const { race, review, answer, isThere, isReached } = finish;
  const timing = timingOf(finish);
  const wrong: string[] = [];
  const { status, body } = answer;
  if (!isReached) wrong.push('the request that was to be held was never sent');
  for (const { source, detail } of notChecked(review.coverage)) {
    wrong.push(`the review did not check ${source}: ${detail}`);
  }
  if (status !== 200 && status !== 409) wrong.push(`answered ${status} ${JSON.stringify(body)}`);
  if ((status === 200) === isThere) {
    wrong.push(`answered ${status}, and the model is ${isThere ? 'still there' : 'gone'}`);
  }
  if (status === 409) wrong.push(...judgeRefusal(finish, timing));
  if (isKnown(timing) && !isThere) wrong.push('deleted although the dependent was known');
  if (mlCommonsRefuses(finish) && !isThere) {
    wrong.push('deleted although ML Commons would have refused');
  }
  if (timing === 'after the delete' && isThere) wrong.push('not deleted although nothing used it');
  return wrong.map((what) => `${race.name} (${timing}): ${what}`);
}
