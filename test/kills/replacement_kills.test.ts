import stop from '../cluster/stop';
import { makeBystanders } from './bystanders';
import { BACK, FORTH } from './replacement_kills';
import {
  applyInto,
  applyRest,
  findFaults,
  LENGTH,
  makeReplacement,
  readReplaced,
  type Replacement,
  revertAll,
  revertInto,
} from './replacement_of_20';
import { startStage, type Stage } from './stage';

/** After this many kills it goes back with everything, and begins anew. */
const BACK_AFTER = 6;

let stage: Stage;
let replacement: Replacement;

beforeAll(async () => {
  stage = await startStage();
  await makeBystanders();
  replacement = await makeReplacement();
});
afterAll(stop);

/** What is in a list beside what may be there. */
const without = (list: readonly string[], expected: readonly string[]) =>
  list.filter((one) => !expected.includes(one));

const titleOf = (kill: (typeof FORTH)[number]) =>
  `the ${kill.dies} dies, ${kill.phase}: ${kill.at}, which then ${kill.then}`;

describe(`a replacement in ${LENGTH} dependents in which something is killed, again and again`, () => {
  it.each(FORTH.map((kill, index) => ({ title: titleOf(kill), kill, index })))(
    '$title',
    async ({ kill, index }) => {
      if (index === BACK_AFTER) {
        expect(await revertAll(replacement, stage.hostUrl)).not.toContain('unknown');
        expect(await readReplaced(replacement)).toEqual([]);
        expect(await findFaults(replacement, stage.hostUrl)).toEqual([]);
      }
      const before = await readReplaced(replacement);
      const round = await applyInto(kill, replacement, stage, `forth-${index}`);
      const isAsked = kill.phase === 'ask';
      // journals are asked for a few at once: what was under way fails with it
      const left = isAsked ? ['failed', 'not_begun'] : ['not_begun'];
      expect(without(round.before, isAsked ? left : ['done'])).toEqual([]);
      expect(round.at).toBe('failed');
      expect(without(round.after, left)).toEqual([]);
      const replaced = await readReplaced(replacement);
      expect(replaced.includes(round.doomed)).toBe(kill.isReplaced);
      const written = (isAsked ? 0 : round.before.length) + (kill.isReplaced ? 1 : 0);
      expect(replaced).toHaveLength(before.length + written);
      expect(await findFaults(replacement, stage.hostUrl)).toEqual([]);
    }
  );

  it('is finished by a run in which nothing dies, and leaves the old model unused', async () => {
    expect(new Set(await applyRest(replacement, stage.hostUrl))).toEqual(new Set(['done']));
    expect(await readReplaced(replacement)).toHaveLength(LENGTH);
    expect(await findFaults(replacement, stage.hostUrl)).toEqual([]);
  });

  it.each(BACK.map((kill, index) => ({ title: titleOf(kill), kill, index })))(
    'on the way back: $title',
    async ({ kill, index }) => {
      const { doomed, state } = await revertInto(kill, replacement, stage, `back-${index}`);
      expect(state).toBe('unknown');
      expect((await readReplaced(replacement)).includes(doomed)).toBe(kill.isReplaced);
      expect(await findFaults(replacement, stage.hostUrl)).toEqual([]);
    }
  );

  it('goes back with all that is left, to what it was', async () => {
    expect(new Set(await revertAll(replacement, stage.hostUrl))).toEqual(new Set(['not_replaced']));
    expect(await readReplaced(replacement)).toEqual([]);
    expect(await findFaults(replacement, stage.hostUrl)).toEqual([]);
  });
});
