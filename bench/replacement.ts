import {
  fillAgentsOf,
  fillModels,
  fillPipelines,
  pipelinePath,
  REPLACED_MODEL,
  REPLACEMENT_MODEL,
} from './fill';
import { measure, type Measured, type Times } from './measure';
import { REPLACED, SIZE } from './size';

/** A plan beside a review of the same model, and what each change of the replacement takes. */
export interface ReplacementMeasures {
  review: Measured;
  plan: Measured;
  /** With its journal, its reading before and after: the mean of all in each round. */
  change: Times;
  /** A pipeline that is read and written as it is: the same. */
  write: Times;
}

const ROUNDS = 3;

/** Replaces a model in hundreds of dependents on the filled cluster, forth and back. */
export async function measureReplacement(url: string): Promise<ReplacementMeasures> {
  const { pipelines, dependents } = REPLACED;
  await fillModels(url, SIZE.models + 1, SIZE.models + 3);
  await fillPipelines(url, SIZE.pipelines, SIZE.pipelines + pipelines, REPLACED_MODEL);
  await fillAgentsOf(url, REPLACED_MODEL, dependents - pipelines);
  const models = { modelId: REPLACED_MODEL, replacementId: REPLACEMENT_MODEL };
  const beside = await measure(url, {
    review: { kind: 'review', modelId: REPLACED_MODEL },
    plan: { kind: 'plan', ...models },
  });
  const last = SIZE.pipelines + pipelines;
  const paths = Array.from({ length: pipelines }, (_, at) => pipelinePath(last - 1 - at));
  const { changes, writes } = await measure(
    url,
    { changes: { kind: 'changes', ...models }, writes: { kind: 'writes', paths } },
    undefined,
    ROUNDS
  );
  const meanOf = ({ times }: Times, count: number) => ({ times: times.map((ms) => ms / count) });
  return { ...beside, change: meanOf(changes, dependents), write: meanOf(writes, pipelines) };
}
