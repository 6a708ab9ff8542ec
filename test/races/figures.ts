import { isKnown, isLastMomentSlip, isSlip, timingOf, windowOf } from './judge';
import type { Finish } from './run_race';

/** How many of the dependents that came in between lost their model, by what they have in common. */
function slipsBy(finishes: readonly Finish[], what: (finish: Finish) => string): string {
  const counts = new Map<string, { slips: number; all: number }>();
  for (const finish of finishes) {
    const { slips, all } = counts.get(what(finish)) ?? { slips: 0, all: 0 };
    counts.set(what(finish), { slips: slips + Number(isSlip(finish)), all: all + 1 });
  }
  return [...counts].map(([name, { slips, all }]) => `${name} ${slips}/${all}`).join(', ');
}

const kindOf = ({ race }: Finish) => race.kind.shape.id;
const pointOf = ({ race: { point } }: Finish) =>
  point.name.replace(/^before .* of the second review$/, 'before a request of the second review');

/** In words, so that it reads well where there is none. */
function median(numbers: readonly number[]): string {
  const middle = [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  return middle === undefined ? 'not measured' : `${middle} ms`;
}

/** What the races have shown, for a person to read. */
export function figuresOf(release: string, finishes: readonly Finish[]): string {
  const between = finishes.filter((one) => timingOf(one) === 'in between');
  const off = between.filter(({ race }) => !race.safeDelete);
  const on = between.filter(({ race }) => race.safeDelete);
  const known = finishes.filter((one) => isKnown(timingOf(one)));
  const windows = finishes.map(windowOf).filter((ms) => ms !== undefined);
  const although = known.filter(({ isThere }) => !isThere).length;
  return [
    `races on ${release}: ${finishes.length} deletes, with safe delete off ` +
      `${off.filter(isSlip).length} slipped in after their source was read again, ` +
      `${off.filter(isLastMomentSlip).length} of them through the one request in between, ` +
      `${although} although known`,
    `  ${known.length} were known; in between came ${off.length} with safe delete off, ` +
      `${on.length} with it on`,
    `  from the read of a source to the delete, side by side with others: ${median(windows)}`,
    `  off, by kind: ${slipsBy(off, kindOf)}`,
    `  off, by point: ${slipsBy(off, pointOf)}`,
    `  on, by kind: ${slipsBy(on, kindOf)}`,
    `  on, by point: ${slipsBy(on, pointOf)}`,
    '',
  ].join('\n');
}
