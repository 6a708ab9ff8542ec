import { setTimeout as sleep } from 'node:timers/promises';
import type { Review } from '../../common/dependents/review';
import type { Journal } from '../../common/replacement/journal';
import { isApplicable } from '../../common/replacement/action';
import type { Plan } from '../../common/replacement/plan';
import { BUSY_MODEL, modelId, modelName, REPLACED_MODEL, REPLACEMENT_MODEL } from '../fill';
import { SIZE } from '../size';

export const ADMINS = 50;
/** How long an admin looks at what there is before the next click, in ms. */
const LOOKS_MS = { least: 500, most: 2_500 };

/** What the admins have done until now. */
export interface Tally {
  /** ms of each request, by what was asked for. */
  times: Map<string, number[]>;
  errors: string[];
  deleted: Set<string>;
}

type Ask = <T>(what: string, method: string, path: string, body?: unknown) => Promise<T>;

function askOf(url: string, tally: Tally): Ask {
  return async <T>(what: string, method: string, path: string, body?: unknown) => {
    const began = performance.now();
    const answer = await fetch(`${url}/api/ml_models/${path}`, {
      method,
      headers: { 'osd-xsrf': 'true', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const times = tally.times.get(what) ?? [];
    tally.times.set(what, times);
    times.push(performance.now() - began);
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  };
}

/** Not the numbers of a game: which admin does what is the same in every load. */
function randomsFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Remote models without a dependent, each for one admin: the first three tenths are in use. */
function unusedModels(): () => string {
  let number = Math.round(SIZE.models * 0.4);
  return () => {
    do number += 1;
    while (number % 5 === 0);
    return modelId(number);
  };
}

async function deleteOne(ask: Ask, id: string, tally: Tally): Promise<void> {
  const { fingerprint, verdict } = await ask<Review>('review', 'GET', `models/${id}/review`);
  if (verdict !== 'clear') throw new Error(`An unused model is ${verdict}.`);
  await ask('delete', 'DELETE', `models/${id}?fingerprint=${fingerprint}`);
  tally.deleted.add(id);
}

/** Replaces a model in all of its dependents, and goes back. */
async function replaceForthAndBack(ask: Ask, hasEnded: () => boolean): Promise<void> {
  const path = `models/${REPLACED_MODEL}/replacement`;
  const body = { replacement_id: REPLACEMENT_MODEL };
  const { changes } = await ask<Plan>('plan', 'POST', `${path}/plan`, body);
  const journals: Journal[] = [];
  for (const { kind, id, fingerprint } of changes.filter(isApplicable)) {
    if (hasEnded()) break;
    const change = { ...body, kind, id, fingerprint, accept: ['mixed_vectors'] };
    const { journal } = await ask<{ journal: Journal }>('change', 'POST', `${path}/apply`, change);
    journals.push(journal);
  }
  for (const journal of journals.reverse()) {
    await ask('change back', 'POST', `${path}/revert`, { journal });
  }
}

/** All admins at once until the time is over; resolves when the last request is answered. */
export async function runAdmins(url: string, until: number, tally: Tally): Promise<void> {
  const ask = askOf(url, tally);
  const nextUnused = unusedModels();
  const hasEnded = () => Date.now() > until;
  const note = (error: unknown) => void tally.errors.push(String(error));
  const pick = (random: () => number) => Math.floor(random() * SIZE.models * 0.3);

  const act = async (random: () => number): Promise<void> => {
    const turn = random();
    if (turn < 0.35) await ask('list', 'GET', `models?from=${25 * Math.floor(random() * 40)}`);
    else if (turn < 0.5) await ask('search', 'GET', `models?search=${modelName(pick(random))}`);
    else if (turn < 0.55) await ask('list by usage', 'GET', 'models?sort_field=usage');
    else if (turn < 0.6) await ask('usage', 'GET', 'usage');
    else if (turn < 0.75) await ask('review', 'GET', `models/${modelId(pick(random))}/review`);
    else if (turn < 0.8) await ask('review', 'GET', `models/${BUSY_MODEL}/review`);
    else if (turn < 0.85) {
      const ids = Array.from({ length: 20 }, () => modelId(pick(random)));
      await ask('reviews of 20', 'POST', 'reviews', { model_ids: [...new Set(ids)] });
    } else await deleteOne(ask, nextUnused(), tally);
  };

  const admin = async (number: number): Promise<void> => {
    const random = randomsFrom(number);
    while (!hasEnded()) {
      await sleep(LOOKS_MS.least + random() * (LOOKS_MS.most - LOOKS_MS.least));
      await act(random).catch(note);
    }
  };
  const replacer = async (): Promise<void> => {
    while (!hasEnded()) await replaceForthAndBack(ask, hasEnded).catch(note);
  };
  const others = Array.from({ length: ADMINS - 1 }, (_, number) => admin(number));
  await Promise.all([...others, replacer()]);
}
