import { isDeepStrictEqual } from 'node:util';
import type { DependentKind } from '../../common/dependents/kinds';
import { isApplicable } from '../../common/replacement/action';
import type { Journal } from '../../common/replacement/journal';
import type { ApiClient } from '../../public/api/client';
import { askRevert, runChanges, type Run } from '../../public/replacement/run_changes';
import { loseGate, makeFaults, mendWire, openGate } from '../cluster/faults';
import { makeModel, type MadeModel } from '../cluster/fixtures';
import { pageApi } from '../cluster/page_api';
import { concurrently } from '../conformance/concurrently';
import { type ReplacedKind, REPLACED_KINDS } from '../races/replacement_kinds';
import { LANES, senderNamed, untilAnswered, untilAtGate } from './attempts';
import { type Inventory, less, readInventory } from './inventory';
import { hasStep, holdForKill, type ReplacementKill } from './replacement_kills';
import type { Stage } from './stage';

export const LENGTH = 20;

interface Dependent {
  kind: ReplacedKind;
  id: string;
  /** As the node keeps it with the old model. */
  original: string;
}

/** A model in 20 dependents, another one, and what is kept of the replacement in the browser. */
export interface Replacement {
  old: MadeModel;
  other: MadeModel;
  dependents: Dependent[];
  journals: Map<string, Journal>;
  /** Everything else in the cluster. */
  around: Inventory;
}

/** What a dependent has in the cluster, but for what its keeper notes of an update. */
async function readStored({ kind, id }: Pick<Dependent, 'kind' | 'id'>): Promise<string> {
  const stored = await kind.read(id);
  return JSON.stringify({ ...stored, last_updated_time: undefined });
}

async function readAround(dependents: readonly Pick<Dependent, 'id'>[]): Promise<Inventory> {
  const inventory = await readInventory();
  const keys = Object.keys(inventory);
  return less(
    inventory,
    keys.filter((key) => dependents.some(({ id }) => key.endsWith(` ${id}`)))
  );
}

export async function makeReplacement(): Promise<Replacement> {
  const [old, other] = [await makeModel(), await makeModel()];
  const numbers = [...Array(LENGTH).keys()];
  // each run begins with another kind
  const kinds = REPLACED_KINDS.slice(0, 4);
  const dependents = await concurrently(numbers, LANES, async (number) => {
    const kind = kinds[number % kinds.length] as ReplacedKind;
    const id = await kind.make(old.id);
    return { kind, id, original: await readStored({ kind, id }) };
  });
  const around = await readAround(dependents);
  return { old, other, dependents, journals: new Map(), around };
}

/** What is wrong after something has died, or nothing has: none, where all is as it should be. */
export async function findFaults(replacement: Replacement, host: string): Promise<string[]> {
  const { old, other, dependents, journals, around } = replacement;
  const faults: string[] = [];
  for (const dependent of dependents) {
    const { id, original } = dependent;
    const stored = await readStored(dependent);
    const replaced = original.replaceAll(old.id, other.id);
    if (stored !== original && stored !== replaced) faults.push(`${id} is ${stored}`);
    const journal = journals.get(id);
    if (journal) {
      const { kind } = await askRevert(pageApi({ host }), journal, { dryRun: true });
      const expected = stored === replaced ? 'replaced' : 'not_replaced';
      if (kind !== expected) faults.push(`the journal of ${id} says ${kind}, not ${expected}`);
    } else if (stored === replaced) faults.push(`${id} is replaced, and has no journal`);
  }
  if (!isDeepStrictEqual(await readAround(dependents), around)) {
    faults.push('something else in the cluster is another');
  }
  return faults;
}

/** The ids of the dependents that have the other model. */
export async function readReplaced({ dependents, other }: Replacement): Promise<string[]> {
  const stored = await Promise.all(dependents.map(readStored));
  return dependents.flatMap(({ id }, at) => (stored[at]?.includes(other.id) ? [id] : []));
}

function kindNamed({ name }: ReplacedKind): DependentKind {
  return name.split(',')[0] as DependentKind;
}

/**
 * Applies a new plan as the page does. `apiOf` gives the client for each call that changes, or only
 * asks for the journal of, a dependent.
 */
async function applyPlan(
  { old, other, dependents, journals }: Replacement,
  host: string,
  apiOf: (id: string, phase: 'ask' | 'write') => Promise<Pick<ApiClient, 'applyChange'>>
): Promise<{ planned: string[]; run: Run }> {
  const plan = await pageApi({ host }).planReplacement(old.id, { replacement_id: other.id });
  // of each kind in turn
  const changes = plan.changes
    .filter(isApplicable)
    .sort((a, b) => orderOf(dependents, a.id) - orderOf(dependents, b.id));
  let run: Run | null = null;
  await runChanges(
    {
      applyChange: async (modelId, body) =>
        (await apiOf(body.id, body.dry_run ? 'ask' : 'write')).applyChange(modelId, body),
    },
    {
      modelId: old.id,
      replacementId: other.id,
      changes,
      possible: new Set(),
      skipsFailures: false,
      keep: async (kept) => kept.forEach((one) => journals.set(one.id, one)),
      onProgress: (next) => (run = next),
      isStopped: () => false,
    }
  );
  if (run === null) throw new Error('The run told of no progress.');
  return { planned: changes.map(({ id }) => id), run };
}

function orderOf(dependents: readonly Dependent[], id: string): number {
  return dependents.findIndex((one) => one.id === id);
}

/** Has the part die once the held request has come, and starts it again when the others have ended. */
async function dieAt(
  { dies, then }: ReplacementKill,
  stage: Stage,
  gate: string,
  running: Promise<unknown>
): Promise<void> {
  await untilAtGate(gate, running);
  await stage[dies].kill();
  if (then === 'gets lost') await loseGate(gate);
  else {
    await openGate(gate);
    await untilAnswered(senderNamed(gate));
  }
  await running;
  await mendWire();
  await stage[dies].start();
}

/** How the changes of a run ended: those before the one at which something died, that one, and the rest. */
export interface Round {
  doomed: string;
  before: string[];
  at: string | undefined;
  after: string[];
}

/** Applies what is left, until something dies at one of the next, which is then started again. */
export async function applyInto(
  kill: ReplacementKill,
  replacement: Replacement,
  stage: Stage,
  gate: string
): Promise<Round> {
  const host = stage.hostUrl;
  const replaced = await readReplaced(replacement);
  const doomed = replacement.dependents
    .filter(({ id }) => !replaced.includes(id))
    .slice(1)
    .find(({ kind }) => hasStep(kill, kind.name));
  if (!doomed) throw new Error('There are not enough dependents left.');
  await makeFaults(holdForKill(kill, doomed.id, senderNamed(gate), gate));
  const running = applyPlan(replacement, host, async (id, phase) => {
    const isDoomed = id === doomed.id && phase === kill.phase;
    return pageApi(isDoomed ? { host, authorization: senderNamed(gate) } : { host });
  });
  await dieAt(kill, stage, gate, running);
  const { run, planned } = await running;
  const states = planned.map(
    (id) => run.states.get(`${kindNamed(kindOf(replacement, id))}/${id}`)?.kind ?? 'none'
  );
  const position = planned.indexOf(doomed.id);
  return {
    doomed: doomed.id,
    before: states.slice(0, position),
    at: states[position],
    after: states.slice(position + 1),
  };
}

function kindOf({ dependents }: Replacement, id: string): ReplacedKind {
  const found = dependents.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is none of the dependents.`);
  return found.kind;
}

/** Applies what is left; gives the states in which the changes ended. */
export async function applyRest(replacement: Replacement, host: string): Promise<string[]> {
  const { run } = await applyPlan(replacement, host, async () => pageApi({ host }));
  return [...run.states.values()].map(({ kind }) => kind);
}

/** Goes back with all that has the other model, the last first; gives where each is then. */
export async function revertAll(replacement: Replacement, host: string): Promise<string[]> {
  const replaced = await readReplaced(replacement);
  const states: string[] = [];
  for (const journal of journalsOf(replacement, replaced)) {
    states.push((await askRevert(pageApi({ host }), journal, { dryRun: false })).kind);
  }
  return states;
}

function journalsOf({ journals }: Replacement, ids: readonly string[]): Journal[] {
  return [...ids].reverse().map((id) => {
    const journal = journals.get(id);
    if (!journal) throw new Error(`${id} has no journal.`);
    return journal;
  });
}

/** Goes back with one, in which something dies; gives where it is then, as the page has it. */
export async function revertInto(
  kill: ReplacementKill,
  replacement: Replacement,
  stage: Stage,
  gate: string
): Promise<{ doomed: string; state: string }> {
  const host = stage.hostUrl;
  const journal = journalsOf(replacement, await readReplaced(replacement)).find(({ kind }) =>
    hasStep(kill, kind)
  );
  if (!journal) throw new Error('Nothing is left to go back with.');
  await makeFaults(holdForKill(kill, journal.id, senderNamed(gate), gate));
  const api = pageApi({ host, authorization: senderNamed(gate) });
  const running = askRevert(api, journal, { dryRun: false });
  await dieAt(kill, stage, gate, running);
  return { doomed: journal.id, state: (await running).kind };
}
