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
import { measureInBrowser, type BrowserMeasures } from './browser/measure_in_browser';
import type { Growth } from './report';
import { measureReplacement, type ReplacementMeasures } from './replacement';
import { FEW_MODELS, FEW_PIPELINES, REPLACED, SIZE } from './size';

export interface BenchOptions {
  /** Leaves CPU profiles of the last measurement. */
  profile: boolean;
  say(line: string): void;
}

/** Fills an empty cluster step by step, and measures on the way. */
export async function bench(
  url: string,
  { profile, say }: BenchOptions
): Promise<{
  growth: Growth;
  comparison: Comparison;
  browser: BrowserMeasures;
  replacement: ReplacementMeasures;
}> {
  const step = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    const started = Date.now();
    const result = await act();
    say(`${what} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
    return result;
  };
  const measureList = () => measure(url, { list: { kind: 'list', query: {} } });
  const measureReadings = () =>
    measure(url, { review: { kind: 'review', modelId: BUSY_MODEL }, usage: { kind: 'usage' } });
  await prepareSettings(url);
  await step(`${FEW_MODELS} models`, () => fillModels(url, 0, FEW_MODELS));
  const fewModels = await step('Measured with these', measureList);
  await step(`${SIZE.models} models`, () => fillModels(url, FEW_MODELS, SIZE.models));
  const manyModels = await step('Measured with ten times as many', measureList);
  await step(`${FEW_PIPELINES} pipelines`, () => fillPipelines(url, 0, FEW_PIPELINES));
  const few = await step('Measured with these', measureReadings);
  await step(`${SIZE.pipelines} pipelines`, () =>
    fillPipelines(url, FEW_PIPELINES, SIZE.pipelines)
  );
  const many = await step('Measured with ten times as many', measureReadings);
  await step(`${SIZE.agents} agents`, () => fillAgents(url));
  await step(`${SIZE.indexes} indexes`, () => fillIndexes(url));
  await step(`${SIZE.searchTemplates} search templates`, () => fillSearchTemplates(url));
  const comparison = await step('Measured beside raw reads', () =>
    compareWithRawReads(url, BUSY_MODEL, profile)
  );
  const browser = await step('Measured in the browser', () => measureInBrowser(url, BUSY_MODEL));
  const replacement = await step(`Replaced a model in ${REPLACED.dependents} resources`, () =>
    measureReplacement(url)
  );
  const growth: Growth = {
    list: { few: fewModels.list, many: manyModels.list },
    review: { few: few.review, many: many.review },
    usage: { few: few.usage, many: many.usage },
  };
  return { growth, comparison, browser, replacement };
}
