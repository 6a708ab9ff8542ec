import type { PointName } from './kill_points';

/** What dies in a run of 20 deletes, and when. */
export interface RunKill {
  dies: 'host' | 'opensearch';
  /** Of the model in the run that is being deleted. */
  position: number;
  at: PointName | 'between two deletes';
  /** What is left of that model. */
  left: 'the model' | 'an empty group' | 'nothing';
}

/** One after the other, each in what is left of the run by then. */
export const RUN_KILLS: readonly RunKill[] = [
  { dies: 'host', position: 0, at: 'before its review', left: 'the model' },
  { dies: 'host', position: 2, at: 'between two deletes', left: 'the model' },
  { dies: 'host', position: 3, at: 'during its review', left: 'the model' },
  { dies: 'host', position: 5, at: 'undeploy sent', left: 'the model' },
  { dies: 'host', position: 6, at: 'undeploy answered', left: 'the model' },
  { dies: 'host', position: 8, at: 'between undeploy and the second review', left: 'the model' },
  { dies: 'host', position: 9, at: 'during the second review', left: 'the model' },
  { dies: 'host', position: 10, at: 'delete sent', left: 'the model' },
  { dies: 'host', position: 12, at: 'delete answered', left: 'an empty group' },
  { dies: 'host', position: 13, at: "group's delete sent", left: 'an empty group' },
  { dies: 'host', position: 14, at: "group's delete answered", left: 'nothing' },
  { dies: 'opensearch', position: 17, at: 'delete answered', left: 'nothing' },
];

export const RUN_LENGTH = 20;

/** From here on the models are versions of one group; each before has a group of its own. */
export const VERSIONS_FROM = 15;

/** Those that undeploy steps are about. */
export const DEPLOYED: ReadonlySet<number> = new Set([5, 6, 8, 9]);

/** Those that something dies for before their delete is sent. */
const BEFORE_DELETE: ReadonlySet<number> = new Set([5, 6, 8]);

/** The positions of the models that are gone once something has died. */
export function goneAfter({ position, left }: RunKill): number[] {
  const gone = [...Array(position).keys()];
  return left === 'the model' ? gone : [...gone, position];
}

/**
 * What the page tells of each model, as `told` words it, when those before are gone already and
 * something dies; null of those, which have no part in the run.
 */
export function endsIn({ position: died }: RunKill, gone: readonly number[]): Array<string | null> {
  return [...Array(RUN_LENGTH).keys()].map((position) => {
    if (gone.includes(position)) return null;
    // before its own delete is sent it is known that the model is there
    if (position === died) return BEFORE_DELETE.has(position) ? 'failed' : 'unknown';
    return position < died ? endOfWhole(position) : 'not_started';
  });
}

/** The same of one model where nothing dies. */
export function endOfWhole(position: number): string {
  const isLast = position < VERSIONS_FROM || position === RUN_LENGTH - 1;
  return isLast ? 'deleted, group deleted' : 'deleted, group kept';
}
