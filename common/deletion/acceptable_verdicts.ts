/** The verdicts that an admin may set aside, in words, for one model. */
export const ACCEPTABLE_VERDICTS = ['breaks', 'incomplete'] as const;
export type AcceptableVerdict = (typeof ACCEPTABLE_VERDICTS)[number];
