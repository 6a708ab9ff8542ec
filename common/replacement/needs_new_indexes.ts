import type { Fit, FitCheckName } from './fit';

/** Whether a model is refused only since its vectors fit in no index of the old one. */
export function needsNewIndexes({ fit, allowed }: Fit): boolean {
  const isOther = (name: FitCheckName) =>
    fit.some(({ check, result }) => check === name && result === 'different');
  return !allowed && !isOther('task') && (isOther('dimension') || isOther('space_type'));
}
