import type { Coverage } from './coverage';

/** The sources that may hide a dependent: nothing found there means nothing. */
export function notChecked(coverage: Coverage): Coverage {
  return coverage.filter(({ state }) => state !== 'read' && state !== 'absent');
}
