import type { ReviewModelsAnswer } from '../../common/contracts/deletion';
import { openConditions } from '../../common/deletion/consent';
import { planRun } from '../../common/deletion/run_plan';
import type { PlannedDelete } from '../../common/deletion/run_plan';
import { conditionsOf } from '../../common/dependents/verdict';
import type { Dependent } from '../../common/dependents/dependent';
import type { Review } from '../../common/dependents/review';
import { aModel, aReview, BLOCKING_PIPELINE, BREAKING_AGENT, INGEST_FORBIDDEN } from './fixtures';

interface Facts {
  /** The conditions of its delete. */
  conditions?: Review['conditions'];
  /** The models that use it: their guardrail. */
  users?: string[];
  group?: string;
  /** How many other versions are in its group. */
  others?: number;
  over?: Partial<Review>;
}

/** A model that uses another as its guardrail. */
export const aUser = (id: string): Dependent => ({
  kind: 'model',
  id,
  name: `the ${id}`,
  references: [{ path: 'guardrails.input_guardrail.model_id', enforcement: 'breaks' }],
  impact: [],
});

/** The review of a model in a group of its own, clear unless the facts say otherwise. */
export function aReviewOf(id: string, facts: Facts = {}): Review {
  const { conditions = [], users = [], group = `group of ${id}`, others = 0, over } = facts;
  const has = (condition: Review['conditions'][number]) => conditions.includes(condition);
  const review = aReview({
    model: aModel({
      id,
      name: `the ${id}`,
      model_group: { id: group, name: group },
      ...(has('undeploy_first') && { state: 'DEPLOYED' }),
    }),
    model_group: {
      id: group,
      name: group,
      last_version: others === 0,
      other_versions: others,
      latest_version: 3,
    },
    dependents: [
      ...users.map(aUser),
      ...(has('refused') ? [BLOCKING_PIPELINE] : []),
      ...(has('breaks') ? [BREAKING_AGENT] : []),
    ],
    ...(has('incomplete') && { coverage: INGEST_FORBIDDEN }),
    fingerprint: `of ${id}`,
    ...over,
  });
  const found = conditionsOf(review);
  return { ...review, conditions: found, verdict: found[0] ?? 'clear' };
}

/** The answer to a review of these. */
export function aReviewOfMany(
  reviews: Review[],
  over: Partial<ReviewModelsAnswer> = {}
): ReviewModelsAnswer {
  return { reviews, errors: [], ...over };
}

/** What a run of these deletes, where the admin has agreed to all conditions. */
export function plannedDeletes(reviews: Review[]): PlannedDelete[] {
  const agreed = (review: Review) =>
    openConditions(review, { undeploy: true, typedName: review.model.name });
  return planRun(aReviewOfMany(reviews), agreed).deletes;
}
