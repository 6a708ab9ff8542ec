import type { Review } from '../../common/dependents/review';
import { openGate, requestsOf, untilHeld } from '../cluster/faults';
import { call, type RawAnswer, send } from '../cluster/plugin_api';
import type { LoggedRequest } from '../cluster/wire_log';
import { modelExists } from '../conformance/raw';
import { NO_MODELS } from './many_models';
import type { Race } from './race';

/** What came of a race. */
export interface Finish {
  race: Race;
  /** As the admin saw it. */
  review: Review;
  answer: RawAnswer;
  /** Whether the model is there after the answer. */
  isThere: boolean;
  dependentId: string;
  /** How far the delete's requests had come before the dependent was asked for. */
  before: LoggedRequest[];
  /** The same once the dependent was there, and acknowledged. */
  after: LoggedRequest[];
  /** Whether the point came: the request that was to be held was sent. */
  isReached: boolean;
}

type Created = Pick<Finish, 'dependentId' | 'before' | 'after'> & { remove(): Promise<void> };

async function create({ kind, modelId, deleter }: Race): Promise<Created> {
  const before = await requestsOf(deleter);
  const { id, remove } = await kind.shape.make(modelId, NO_MODELS);
  return { dependentId: id, before, after: await requestsOf(deleter), remove };
}

/** Whether something waits at the gate of a race before the plugin has answered. */
async function isHeld(gate: string, answer: Promise<unknown>): Promise<boolean> {
  const giveUp = new AbortController();
  const held = untilHeld(gate, giveUp.signal).then(() => true);
  try {
    return await Promise.race([held, answer.then(() => false)]);
  } finally {
    held.catch(() => {});
    giveUp.abort();
  }
}

/** Creates the dependent at the point of a race while the plugin answers. */
async function meanwhile<T>(race: Race, answer: Promise<T>) {
  const { point, gate } = race;
  const held = 'held' in point ? point.held : undefined;
  // what is answered with an error is thrown where it is awaited below
  answer.catch(() => {});
  const isReached = held === undefined || (await isHeld(gate, answer));
  const creating = create(race);
  try {
    if (!held?.goesOn) await creating;
  } finally {
    if (held) await openGate(gate);
  }
  const [answered, created] = await Promise.all([answer, creating]);
  return { answered, created, isReached };
}

type Reviewed = { review: Review; created?: Created; isReached: boolean };

async function review(race: Race): Promise<Reviewed> {
  const { modelId, point, reviewer } = race;
  const request = { params: { model_id: modelId } };
  const answer = call('reviewModel', request, { authorization: reviewer });
  if (point.step === 'during the review') {
    const { answered, ...met } = await meanwhile(race, answer);
    return { review: answered, ...met };
  }
  const reviewed = { review: await answer, isReached: true };
  return point.step === 'before the delete'
    ? { ...reviewed, created: await create(race) }
    : reviewed;
}

/** Reviews a model, deletes it on that review, and creates a dependent at the race's point. */
export async function runRace(race: Race): Promise<Finish> {
  const { modelId, point, deleter } = race;
  const reviewed = await review(race);
  const { fingerprint } = reviewed.review;
  const request = { params: { model_id: modelId }, query: { fingerprint } };
  const answering = send('deleteModel', request, { authorization: deleter });
  const met =
    point.step === 'during the delete'
      ? await meanwhile(race, answering)
      : { ...reviewed, answered: await answering };
  const { remove, ...timing } = met.created ?? (await create(race));
  const isThere = await modelExists(modelId);
  await remove();
  return {
    race,
    review: reviewed.review,
    answer: met.answered,
    isThere,
    isReached: met.isReached,
    ...timing,
  };
}
