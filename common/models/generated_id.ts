/** Ids that ML Commons makes itself: 20 characters; no word that people write looks like one. */
const GENERATED_ID = /^[A-Za-z0-9_-]{20}$/;

/** Whether ML Commons can have made an id itself; others were given by a user (3.9 and later). */
export function isGeneratedId(id: string): boolean {
  return GENERATED_ID.test(id);
}
