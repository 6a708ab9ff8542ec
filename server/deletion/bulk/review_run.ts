import type { RunReview } from '../../../common/deletion';
import type { Review } from '../../../common/dependents';
import type { Cluster } from '../../cluster';
import { ClusterError } from '../../cluster';
import type { ReviewedModel } from '../../dependents';
import { conditionsAfter, reviewModels } from '../../dependents';
import { runOrder } from './run_order';

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
