import { Turns } from './turns';

/** Longer than any test. */
const LONG_MS = 60_000;

/** Work that ends when the test says so. */
function aWork() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = jest.fn(() => done);
  return { work, end };
}

/** Lets all promises that can settle do so. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('does so much at once, and the rest in the order in which it came', async () => {
  const turns = new Turns(2, LONG_MS);
  const works = [aWork(), aWork(), aWork(), aWork()];
  const all = works.map(({ work }) => turns.take(work));
  await settle();
  const begun = () => works.map(({ work }) => work.mock.calls.length);
  expect(begun()).toEqual([1, 1, 0, 0]);
  works[1]?.end();
  await settle();
  expect(begun()).toEqual([1, 1, 1, 0]);
  works.forEach(({ end }) => end());
  await Promise.all(all);
  expect(begun()).toEqual([1, 1, 1, 1]);
});

it('goes on after work that fails', async () => {
  const turns = new Turns(1, LONG_MS);
  await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(turns.take(() => Promise.resolve('done'))).resolves.toBe('done');
});

it('passes over work that was given up, which is never begun and takes no turn', async () => {
  const turns = new Turns(1, LONG_MS);
  const [first, left, last] = [aWork(), aWork(), aWork()];
  const controller = new AbortController();
  const ofFirst = turns.take(first.work);
  const ofLeft = turns.take(left.work, controller.signal);
  const ofLast = turns.take(last.work);
  controller.abort(new Error('left'));
  await expect(ofLeft).rejects.toThrow('left');
  first.end();
  await ofFirst;
  await settle();
  expect(last.work).toHaveBeenCalled();
  last.end();
  await ofLast;
  expect(left.work).not.toHaveBeenCalled();
  await expect(turns.take(left.work, controller.signal)).rejects.toThrow('left');
});

it('lets others begin beside work that takes long, and gives its turn away once only', async () => {
  const turns = new Turns(1, 20);
  const [slow, next, last] = [aWork(), aWork(), aWork()];
  const ofSlow = turns.take(slow.work);
  const ofNext = turns.take(next.work);
  while (next.work.mock.calls.length === 0) await settle();
  slow.end();
  await ofSlow;
  next.end();
  await ofNext;
  const ofLast = turns.take(last.work);
  await settle();
  const another = aWork();
  const ofAnother = turns.take(another.work);
  expect(another.work).not.toHaveBeenCalled();
  last.end();
  another.end();
  await Promise.all([ofLast, ofAnother]);
});
