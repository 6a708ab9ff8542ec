import type { Coverage } from './coverage';

/** In the order in which they are shown: the first that holds is a review's verdict. */
export const VERDICTS = ['refused', 'undeploy_first', 'incomplete', 'breaks', 'clear'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * `blocks`: ML Commons refuses the delete while safe delete is on. `breaks`: it would break, and
 * ML Commons doesn't look. `possible`: the id is where it has no meaning that we know.
 * The strongest first.
 */
export const ENFORCEMENTS = ['blocks', 'breaks', 'possible'] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

/** The strongest enforcement among a dependent's references; `possible` for none. */
export function strongestEnforcement(
  references: ReadonlyArray<{ enforcement: Enforcement }>
): Enforcement {
  return (
    ENFORCEMENTS.find((level) => references.some((one) => one.enforcement === level)) ?? 'possible'
  );
}

/** The sources that may hide a dependent: nothing found there means nothing. */
export function notChecked(coverage: Coverage): Coverage {
  return coverage.filter(({ state }) => state !== 'read' && state !== 'absent');
}
