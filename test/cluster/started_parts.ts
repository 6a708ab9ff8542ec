/** What `start.ts` has started and `stop.ts` has to stop, the last first. */
export const parts: Array<{ stop(): Promise<void> }> = [];
