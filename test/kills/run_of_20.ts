import type { ModelProgress } from '../../public/deletion/bulk/run';
import { loseGate, makeFaults, mendWire } from '../cluster/faults';
import { type MadeModel, makeGroup, makeModel } from '../cluster/fixtures';
import { call, type Sender } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import { LANES, senderNamed, untilAtGate } from './attempts';
import { runOn } from './deletes';
import { observe, type Observation } from './observe';
import { holdAt } from './kill_points';
import { DEPLOYED, RUN_LENGTH, type RunKill, VERSIONS_FROM } from './run_kills';
import type { Stage } from './stage';

/** The models of the run: some deployed, the last of them versions of one group. */
export async function makeRun(): Promise<MadeModel[]> {
  const positions = [...Array(VERSIONS_FROM).keys()];
  const models = await concurrently(positions, LANES, (position) =>
    makeModel({ deploy: DEPLOYED.has(position) })
  );
  const groupId = await makeGroup();
  // of one group ML Commons registers no two at once
  while (models.length < RUN_LENGTH) models.push(await makeModel({ groupId }));
  return models;
}

/** What came of the run once: how it ended, and what was there afterwards. */
export interface Round {
  /** The models that its review did not find. */
  notFound: string[];
  ends: Record<string, ModelProgress>;
  observed: Observation;
}

async function reviewAll(models: readonly MadeModel[], host: string) {
  const body = { model_ids: models.map(({ id }) => id) };
  const answer = await call('reviewModels', { body }, { host });
  const notFound = answer.errors.flatMap((one) =>
    one.reason === 'not_found' ? [one.model_id] : []
  );
  return { answer, notFound };
}

/** Reviews all that were selected, and runs to the end. */
export async function runToEnd(models: readonly MadeModel[], host: string): Promise<Round> {
  const { answer, notFound } = await reviewAll(models, host);
  const ends = await runOn(answer, async () => ({ host }));
  return { notFound, ends, observed: await observe(host) };
}

/** The same until something dies, which is then started again. */
export async function runInto(
  { dies, position, at }: RunKill,
  models: readonly MadeModel[],
  stage: Stage
): Promise<Round> {
  const part = stage[dies];
  const host = stage.hostUrl;
  const doomed = models[position];
  if (doomed === undefined) throw new Error(`The run has no position ${position}.`);
  const { answer, notFound } = await reviewAll(models, host);
  const gate = `run-${position}`;
  const sender: Sender = { host, authorization: senderNamed(gate) };
  if (at !== 'between two deletes') {
    await makeFaults(holdAt(at, doomed, senderNamed(gate), gate));
  }
  const running = runOn(answer, async (id) => {
    if (id !== doomed.id) return { host };
    if (at === 'between two deletes') await part.kill();
    return sender;
  });
  if (at !== 'between two deletes') {
    await untilAtGate(gate, running);
    await part.kill();
    await loseGate(gate);
  }
  const ends = await running;
  await mendWire();
  await part.start();
  return { notFound, ends, observed: await observe(host) };
}
