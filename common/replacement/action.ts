/**
 * What becomes of a dependent: `change`; `change_and_embed`: its documents have vectors of the old
 * model and must be embedded again; `manual`: it can't be changed in place; `not_checked`: it, or
 * all of its kind, could not be read; `keep`: the model isn't used there for sure.
 */
export const ACTIONS = ['change', 'change_and_embed', 'manual', 'not_checked', 'keep'] as const;
export type Action = (typeof ACTIONS)[number];

/** Whether a change of a plan can be applied. */
export function isApplicable({ action }: { action: Action }): boolean {
  return action === 'change' || action === 'change_and_embed';
}
