/**
 * `blocks`: ML Commons refuses the delete while safe delete is on. `breaks`: it would break, and
 * ML Commons doesn't look. `possible`: the id stands where it has no meaning that we know.
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
