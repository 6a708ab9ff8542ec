import type { Coverage } from '../../common/dependents/coverage';
import type { DependentKind } from '../../common/dependents/kinds';
import { notChecked } from '../../common/dependents/verdict';

/** Why a source was not read; undefined where it was. */
export function gapIn(coverage: Coverage, source: DependentKind): string | undefined {
  const found = coverage.find((one) => one.source === source);
  if (found === undefined) throw new Error(`No coverage of ${source}: ${JSON.stringify(coverage)}`);
  if (found.state === 'read') return undefined;
  return `${found.state}: ${found.detail}`;
}

/** The sources that may hide a dependent. */
export function gapsIn(coverage: Coverage): DependentKind[] {
  return notChecked(coverage).map(({ source }) => source);
}
