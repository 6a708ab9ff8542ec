/** Number of dependents of a model by the strongest enforcement of their references. */
export interface Usage {
  blocks: number;
  breaks: number;
  possible: number;
}

/** The usage of models that are in use, by their ids. */
export type UsageByModel = Readonly<Record<string, Usage>>;

const NOT_USED: Usage = { blocks: 0, breaks: 0, possible: 0 };

/** The usage of a model; one that is not named is not in use. */
export function usageIn(usage: UsageByModel, modelId: string): Usage {
  return Object.prototype.hasOwnProperty.call(usage, modelId)
    ? (usage[modelId] ?? NOT_USED)
    : NOT_USED;
}

/** How many resources use a model, or may. */
export function timesUsed({ blocks, breaks, possible }: Usage): number {
  return blocks + breaks + possible;
}

/** The usage as it counts while safe delete is off: nothing blocks a delete then, it breaks. */
export function withoutSafeDelete({ blocks, breaks, possible }: Usage): Usage {
  return { blocks: 0, breaks: blocks + breaks, possible };
}
