import type { LeftOut, RunReview } from '../../common/contracts/bulk_deletion';
import type { Review } from '../../common/dependents/review';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { conditionsAfter, reviewModels } from '../dependents/review_model';
import type { ReviewedModel } from '../dependents/review_model';

export interface ReviewedRun {
  reviews: RunReview[];
  /** The order in which they can be deleted; models that can't are left out. */
  order: string[];
  /** What the cluster said of the models that could not be reviewed. */
  errors: Map<string, ClusterError>;
}

/** The models of a run that a model guards: deleted before them it would break them. */
function guardedInRun({ dependents }: Review, selected: ReadonlySet<string>): string[] {
  return dependents.flatMap(({ kind, id }) => (kind === 'model' && selected.has(id) ? id : []));
}

/**
 * Reviews models that are to be deleted one after the other, and says in which order, and what
 * will stand against each once those before it are gone. A model that can't be reviewed is an error and
 * stops nothing, save what it is guarded by.
 * @throws ClusterError where the cluster doesn't answer at all
 */
export async function reviewRun(
  cluster: Cluster,
  modelIds: readonly string[]
): Promise<ReviewedRun> {
  const reviewed = await reviewModels(cluster, modelIds);
  const selected = new Set(modelIds);
  const models = new Map<string, ReviewedModel>();
  const errors = new Map<string, ClusterError>();
  for (const id of modelIds) {
    const one = reviewed.get(id);
    if (one instanceof ClusterError) errors.set(id, one);
    else if (one) models.set(id, one);
  }
  const waitsFor = new Map(
    [...models].map(([id, { review }]) => [id, guardedInRun(review, selected)] as const)
  );
  const { order, leftOut } = runOrder(waitsFor);
  const reviews = [...models].map(([id, { review, versions }]) => {
    const awaited = waitsFor.get(id) ?? [];
    return {
      review,
      versions,
      waits_for: awaited,
      conditions_in_run: conditionsAfter(review, new Set(awaited)),
      left_out: leftOut.get(id) ?? null,
    };
  });
  return { reviews, order, errors };
}

export interface RunOrder {
  /** Each model after all that it has to wait for. */
  order: string[];
  /** The models that no order has a place for, and why. */
  leftOut: Map<string, LeftOut>;
}

/**
 * The sets of models that wait for each other, each set after all that it waits for (Tarjan's
 * algorithm, which finds them in just that order); a model that waits for none that waits for it
 * is a set by itself.
 */
function rings(waitsFor: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const visit = (id: string): number => {
    const number = numbers.size;
    numbers.set(id, number);
    const start = open.push(id) - 1;
    let lowest = number;
    for (const other of waitsFor.get(id) ?? []) {
      const seen = numbers.get(other);
      if (seen === undefined) lowest = Math.min(lowest, visit(other));
      else if (open.includes(other)) lowest = Math.min(lowest, seen);
    }
    if (lowest === number) found.push(open.splice(start));
    return lowest;
  };
  for (const id of waitsFor.keys()) if (!numbers.has(id)) visit(id);
  return found;
}

/**
 * The order in which some models can be deleted, given for each those of them that must be gone
 * before it: as asked for, save that the users of a model come before it. Models that guard each
 * other have no place in it, nor have those that wait for a model without one or for another than
 * these.
 */
export function runOrder(waitsFor: ReadonlyMap<string, readonly string[]>): RunOrder {
  const order: string[] = [];
  const leftOut = new Map<string, LeftOut>();
  const placed = new Set<string>();
  for (const ring of rings(waitsFor)) {
    for (const id of ring) {
      const awaited = waitsFor.get(id);
      // waited for, but not to be placed itself
      if (!awaited) continue;
      const staying = awaited.filter((one) => !placed.has(one));
      if (ring.length > 1) leftOut.set(id, { why: 'cycle', model_ids: ring });
      else if (staying.length > 0) leftOut.set(id, { why: 'user_stays', model_ids: staying });
      else order.push(id);
    }
    order.slice(placed.size).forEach((id) => placed.add(id));
  }
  return { order, leftOut };
}
