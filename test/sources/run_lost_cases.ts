import { USAGE_FILTERS } from '../../common/models/listing';
import type { ListModelsAnswer } from '../../common/contracts/models';
import type { Review } from '../../common/dependents/review';
import { environment } from '../cluster/environment';
import { call, type RawAnswer, send, type Sender } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import { LOSSES } from './losses';
import { LOST_CASES, type LostCase } from './lost_cases';

/** How many cases run at once; those that wait for an answer that doesn't come do little else. */
const LANES = 4;
const LANES_OF_WAITING = 8;

/** When a review that has not answered is given up: a stalled answer is waited for half a minute. */
const GIVEN_UP_AFTER_MS = 50_000;

/** What the plugin answered in a case. */
export interface Told {
  review: Review;
  /** The list of that one model, where the loss is followed. */
  list?: ListModelsAnswer;
  /** The answer to a delete on the review, where the loss is followed: it accepts all but the loss. */
  stopped?: RawAnswer;
}

/** A delete on the ground of a review. */
export function deleteOn(
  { model, fingerprint }: Review,
  accept: Array<'breaks' | 'incomplete'>,
  sender?: Sender
): Promise<RawAnswer> {
  const request = { params: { model_id: model.id }, query: { fingerprint, accept } };
  return send('deleteModel', request, sender);
}

const isStalled = ({ loss }: LostCase) => loss === LOSSES.stalled;
const waits = ({ loss }: LostCase) => loss === LOSSES.silent;
const senderOf = (one: LostCase): Sender => ({
  authorization: one.authorization,
  ...(waits(one) && { host: environment().impatientHost }),
});

/** Runs all cases on a model; a case that fails gives its error, and is no failure of the others. */
export async function runLostCases(modelId: string): Promise<Map<LostCase, Told | Error>> {
  const results = new Map<LostCase, Told | Error>();
  const runAll = (
    cases: readonly LostCase[],
    lanes: number,
    run: (one: LostCase) => Promise<Told>
  ) =>
    concurrently(cases, lanes, async (one) => {
      const result = await run(one).catch((error: unknown) => new Error(String(error)));
      results.set(one, result);
    });

  const review = (sender: Sender) => call('reviewModel', { params: { model_id: modelId } }, sender);
  const read = async (one: LostCase): Promise<Told> => {
    const reviewing = review(senderOf(one));
    if (!one.loss.isFollowed) return { review: await reviewing };
    const query = { search: modelId, usage: [...USAGE_FILTERS] };
    const listing = call('listModels', { query }, senderOf(one));
    const [reviewed, list] = await Promise.all([reviewing, listing]);
    return { review: reviewed, list };
  };
  const remove = async (one: LostCase): Promise<Told> => {
    const told = results.get(one);
    if (told === undefined || told instanceof Error) throw told ?? new Error('It was not read.');
    return { ...told, stopped: await deleteOn(told.review, ['breaks'], senderOf(one)) };
  };
  const readStalled = async (one: LostCase): Promise<Told> => ({
    review: await review({ ...senderOf(one), signal: AbortSignal.timeout(GIVEN_UP_AFTER_MS) }),
  });

  const stalled = LOST_CASES.filter(isStalled);
  const waiting = LOST_CASES.filter(waits);
  const others = LOST_CASES.filter((one) => !isStalled(one) && !waits(one));
  const readAndRemove = async () => {
    await runAll(others, LANES, read);
    await runAll(waiting, LANES_OF_WAITING, read);
    // the last, as one that wrongly goes through takes the model away from all
    await runAll(
      LOST_CASES.filter(({ loss }) => loss.isFollowed),
      LANES,
      remove
    );
  };
  await Promise.all([readAndRemove(), runAll(stalled, stalled.length, readStalled)]);
  return results;
}
