import {
  BUSY_MODEL,
  fillAgents,
  fillIndexes,
  fillModels,
  fillPipelines,
  fillSearchTemplates,
  prepareSettings,
} from './fill';
import { compareWithRawReads, measure, type Comparison } from './measure';
import type { Growth } from './report';
import { FEW_PIPELINES, SIZE } from './size';

export interface BenchOptions {
  /** Leaves CPU profiles of the last measurement. */
  profile: boolean;
  say(line: string): void;
}

function measureProduct(url: string): Promise<Growth['few']> {
  return measure(url, {
    review: { kind: 'review', modelId: BUSY_MODEL },
    list: { kind: 'list' },
  });
}

/** Fills an empty cluster step by step, and measures on the way. */
export async function bench(
  url: string,
  { profile, say }: BenchOptions
): Promise<{ growth: Growth; comparison: Comparison }> {
  const step = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    const started = Date.now();
    const result = await act();
    say(`${what} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
    return result;
  };
  await prepareSettings(url);
  await step(`${SIZE.models} models`, () => fillModels(url));
  await step(`${FEW_PIPELINES} pipelines`, () => fillPipelines(url, 0, FEW_PIPELINES));
  const few = await step('Measured with these', () => measureProduct(url));
  await step(`${SIZE.pipelines} pipelines`, () =>
    fillPipelines(url, FEW_PIPELINES, SIZE.pipelines)
  );
  const many = await step('Measured with ten times as many', () => measureProduct(url));
  await step(`${SIZE.agents} agents`, () => fillAgents(url));
  await step(`${SIZE.indexes} indexes`, () => fillIndexes(url));
  await step(`${SIZE.searchTemplates} search templates`, () => fillSearchTemplates(url));
  const comparison = await step('Measured beside raw reads', () =>
    compareWithRawReads(url, BUSY_MODEL, profile)
  );
  return { growth: { few, many }, comparison };
}
