import { fillAgentsOf, fillModels, fillPipelines, REPLACED_MODEL, REPLACEMENT_MODEL } from './fill';
import { measure, type Measured, type Times } from './measure';
import { REPLACED, SIZE } from './size';

/** A plan beside a review of the same model, and what each change of the replacement takes. */
export interface ReplacementMeasures {
  review: Measured;
  plan: Measured;
  /** With its journal, its reading before and after: the mean of all in each round. */
  change: Times;
}

const ROUNDS = 5;

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
  const { changes } = await measure(
    url,
    { changes: { kind: 'changes', ...models } },
    undefined,
    ROUNDS
  );
  return { ...beside, change: { times: changes.times.map((ms) => ms / dependents) } };
}
