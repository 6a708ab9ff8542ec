/** In the order in which they are told: the first that holds is a review's verdict. */
export const VERDICTS = ['refused', 'undeploy_first', 'incomplete', 'breaks', 'clear'] as const;
export type Verdict = (typeof VERDICTS)[number];
