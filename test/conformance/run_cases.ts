import type { DependentKind } from '../../common/dependents/kinds';
import type { Review } from '../../common/dependents/review';
import { call } from '../cluster/plugin_api';
import type { Case } from './combinations';
import { concurrently } from './concurrently';
import type { ModelPool } from './model_pool';
import { modelExists, raw } from './raw';
import type { ExpectedReference, Made, Shape } from './shape';

/** A dependent that a review has to name, with exactly these references. */
export interface ExpectedDependent {
  kind: DependentKind;
  id: string;
  references: readonly ExpectedReference[];
}

/** What was predicted for a case, and what came of it. */
export interface Outcome {
  expected: ExpectedDependent[];
  review: Review;
  /** The node's answer to the delete, with safe delete on. */
  status: number;
  answer: string;
  /** Whether the model was there afterwards. */
  survived: boolean;
  /** The node's answer to the delete of a survivor that nothing uses any more. */
  statusWhenFree?: number;
  /** What could not be made or removed again. */
  problems: string[];
}

const LANES = 8;
const pathOf = (modelId: string) => `/_plugins/_ml/models/${modelId}`;

function expectedOf({ kind, references, companion }: Shape, made: Made): ExpectedDependent[] {
  const own = {
    kind,
    id: made.id,
    references: references.map((one) => one.replace('{id}', made.id) as ExpectedReference),
  };
  if (companion === undefined || made.companionId === undefined) return [own];
  return [own, { ...companion, id: made.companionId }];
}

/** A case that can't be made, or removed, is one failure among the others. */
async function noting(problems: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs the cases side by side, each with a model of its own: all are made, then all are reviewed,
 * and only then deleted, since bodies that ML Commons spoils can be those of other requests.
 */
export async function runCases(cases: readonly Case[], pool: ModelPool): Promise<Outcome[]> {
  const models = await pool.prepare(cases.length);
  const prepared = cases.map((one, at) => ({ shapes: one.shapes, modelId: models[at] ?? '' }));

  const made = await concurrently(prepared, LANES, async ({ shapes, modelId }) => {
    const parts: Array<{ shape: Shape; made: Made }> = [];
    const problems: string[] = [];
    for (const shape of shapes) {
      await noting(problems, async () => {
        parts.push({ shape, made: await shape.make(modelId, pool) });
      });
    }
    return { modelId, parts, problems };
  });

  const reviewed = await concurrently(made, LANES, async (one) => ({
    ...one,
    review: await call('reviewModel', { params: { model_id: one.modelId } }),
  }));

  const answered = await concurrently(reviewed, LANES, async (one) => ({
    ...one,
    ...(await raw('DELETE', pathOf(one.modelId))),
  }));

  const checked = await concurrently(answered, LANES, async (one) => ({
    ...one,
    survived: await modelExists(one.modelId),
  }));

  await concurrently(made, LANES, async ({ parts, problems }) => {
    for (const part of [...parts].reverse()) await noting(problems, () => part.made.remove());
  });

  return concurrently(checked, LANES, async ({ modelId, parts, text, ...rest }) => ({
    expected: parts.flatMap((part) => expectedOf(part.shape, part.made)),
    review: rest.review,
    status: rest.status,
    answer: text,
    survived: rest.survived,
    problems: rest.problems,
    ...(rest.survived && { statusWhenFree: (await raw('DELETE', pathOf(modelId))).status }),
  }));
}
