import type { ModelResult } from '../../public/deletion/bulk/run';
import { authorizationOf } from '../../workbench/opensearch';
import { makeFaults, requestsOf, untilHeld } from '../cluster/faults';
import { type MadeModel, makeModel } from '../cluster/fixtures';
import { call } from '../cluster/plugin_api';
import { waitUntil } from '../cluster/wait_for';
import { concurrently } from '../conformance/concurrently';
import { deleteOn } from './deletes';
import type { Kill } from './kill';
import { holdAt } from './kill_points';

/** ML Commons deploys no more than ten at a time. */
export const LANES = 5;

/** One undeploy-and-delete of a model that is the only version of its group. */
export interface Attempt {
  kill: Kill;
  model: MadeModel;
  /** By whom the wire knows its requests, and where one of them is held. */
  sender: string;
  gate: string;
}

/** A sender that no other delete has. */
export function senderNamed(username: string): string {
  return authorizationOf({ username, password: 'x' });
}

export function makeAttempts(kills: readonly Kill[], part: string): Promise<Attempt[]> {
  return concurrently([...kills.entries()], LANES, async ([index, kill]) => {
    const gate = `${part}-${index}`;
    return { kill, model: await makeModel({ deploy: true }), sender: senderNamed(gate), gate };
  });
}

/** Resolves once the delete waits at its gate. @throws Error where it ends before */
export async function untilAtGate(gate: string, end: Promise<unknown>): Promise<void> {
  const early = end.then((how) => {
    throw new Error(`It ended before ${gate}: ${JSON.stringify(how)}`);
  });
  early.catch(() => {});
  await Promise.race([untilHeld(gate), early]);
}

/** Whether the server waits only 3 s for what is held: then it looks at the model, and goes on. */
function isHeldBriefly({ kill }: Attempt): boolean {
  return kill.at === 'undeploy sent' || kill.at === 'undeploy answered';
}

/**
 * Sends all the deletes on the reviews of now, and waits until each is held at its step: those last
 * that don't stay there for long.
 */
export async function bringToTheirSteps(
  attempts: readonly Attempt[],
  host: string
): Promise<Array<Promise<ModelResult>>> {
  const reviews = await Promise.all(
    attempts.map(({ model }) => call('reviewModel', { params: { model_id: model.id } }, { host }))
  );
  await makeFaults(
    ...attempts.map(({ kill, model, sender, gate }) => holdAt(kill.at, model, sender, gate))
  );
  const ends = new Map<Attempt, Promise<ModelResult>>();
  const send = async (attempt: Attempt) => {
    const { sender, gate } = attempt;
    const review = reviews[attempts.indexOf(attempt)];
    if (review === undefined) throw new Error('There is no review.');
    const end = deleteOn(review, { host, authorization: sender });
    ends.set(attempt, end);
    await untilAtGate(gate, end);
  };
  await Promise.all(attempts.filter((one) => !isHeldBriefly(one)).map(send));
  await Promise.all(attempts.filter(isHeldBriefly).map(send));
  return attempts.flatMap((one) => ends.get(one) ?? []);
}

/** Resolves once OpenSearch has answered all that one sender's delete has sent. */
export function untilAnswered(sender: string): Promise<void> {
  return waitUntil('the answers of OpenSearch', async () =>
    (await requestsOf(sender)).every(({ stage }) => stage === 'answered')
  );
}
