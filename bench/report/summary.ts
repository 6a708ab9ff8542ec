import type { BrowserMeasures } from '../browser/measure_in_browser';
import { AT_ONCE } from '../measure';
import type { Comparison, Measured } from '../measure';
import type { ReplacementMeasures } from '../replacement';
import type { RuleGrowth } from '../rules';
import { FEW_MODELS, FEW_PIPELINES, REPLACED } from '../size';
import type { Row } from './row';
import {
  beyondRow,
  comparedRow,
  grownRow,
  heldRow,
  limitedRow,
  memoryRow,
  sizeRow,
  slowestRow,
  timeRow,
} from './rows';

/** As many times the raw reads as the product may take. */
const MOST_RATIO = 1.5;
/** As many times its own search of models as a page of the list may take. */
const MOST_LIST_RATIO = 3;
const MOST_UNUSED_RATIO = 2;
/** As many times one as `AT_ONCE` at once may take, until the last is done. */
const MOST_LISTS_RATIO = 10;
const MOST_REVIEWS_RATIO = 25;
/** How long a request may hold up all others, in ms. */
const MOST_HELD_MS = 50;
const MOST_MEMORY_MB = 150;
const MOST_MEMORY_AT_ONCE_MB = 300;
/** As many times as long as a page may take with ten times the models. */
const MOST_LIST_GROWTH = 1.3;
/** As many times as long as it may take with ten times the pipelines. */
const MOST_GROWTH = 11;

/** The same of a rule in memory: garbage is collected where there is more. */
const MOST_RULE_GROWTH = 25;

/** The product alone, with few models or pipelines and with ten times as many. */
export interface Growth {
  list: Record<'few' | 'many', Measured>;
  review: Record<'few' | 'many', Measured>;
  usage: Record<'few' | 'many', Measured>;
}

/** What was measured, line by line, and how it stands to its targets. */
export function summaryOf(growth: Growth, comparison: Comparison, rules: RuleGrowth): Row[] {
  const { review, usage, lists, unused, atOnce, refusal } = comparison;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const beside = (name: string, { measured, bytes }: Comparison['review']) => [
    timeRow(`${name}: raw reads, ${megabytes(bytes)}`, measured.raw),
    comparedRow(`${name}: raw reads and JSON.parse`, measured.parsed, measured.raw),
    comparedRow(name, measured.product, measured.raw, MOST_RATIO),
  ];
  return [
    ...beside('review', review),
    timeRow("ML Commons' own refusal", refusal),
    ...beside('usage', usage),
    ...Object.entries(lists).flatMap(([name, { raw, product }]) => [
      timeRow(`list ${name}: its search of models`, raw),
      comparedRow(`list ${name}`, product, raw, MOST_LIST_RATIO),
    ]),
    timeRow('unused models: raw reads', unused.raw),
    comparedRow('unused models', unused.product, unused.raw, MOST_UNUSED_RATIO),
    comparedRow(`${AT_ONCE} lists at once`, atOnce.lists, atOnce.list, MOST_LISTS_RATIO),
    comparedRow(`${AT_ONCE} reviews at once`, atOnce.reviews, atOnce.review, MOST_REVIEWS_RATIO),
    timeRow(`list, ${FEW_MODELS} models`, growth.list.few),
    grownRow('list, ten times the models', growth.list.many, growth.list.few, MOST_LIST_GROWTH),
    timeRow(`review, ${FEW_PIPELINES} pipelines, no agents`, growth.review.few),
    grownRow('review, ten times the pipelines', growth.review.many, growth.review.few, MOST_GROWTH),
    timeRow(`usage, ${FEW_PIPELINES} pipelines, no agents`, growth.usage.few),
    grownRow('usage, ten times the pipelines', growth.usage.many, growth.usage.few, MOST_GROWTH),
    ...Object.entries(rules).map(([name, one]) =>
      grownRow(`rule: ${name}, ten times as much`, one.many, one.few, MOST_RULE_GROWTH)
    ),
    heldRow('longest pause of the server in a review', review.measured.product, MOST_HELD_MS),
    heldRow('longest pause of the server in usage', usage.measured.product, MOST_HELD_MS),
    heldRow(`longest pause in ${AT_ONCE} reviews at once`, atOnce.reviews, MOST_HELD_MS),
    memoryRow('memory of raw reads for a review', review.measured.raw),
    memoryRow('memory of a review', review.measured.product, MOST_MEMORY_MB),
    memoryRow('memory of usage', usage.measured.product, MOST_MEMORY_MB),
    memoryRow(`memory of ${AT_ONCE} reviews at once`, atOnce.reviews, MOST_MEMORY_AT_ONCE_MB),
  ];
}

/** As many times the bare application as the product may take in the browser. */
const MOST_OPEN_RATIO = 1.5;
const MOST_NEXT_PAGE_RATIO = 1.3;
/** The wait for the next key, and what the product may take beyond the bare application, in ms. */
const MOST_SEARCH_BEYOND_MS = 150 + 30;
const MOST_BADGES_MS = 100;
const MOST_DIALOG_MS = 150;
const MOST_STATIC_FILE_MS = 100;
const MOST_TASK_MS = 200;
const MOST_LIST_KB = 60;

/** What was measured in the browser, and how it stands to its targets. */
export function browserSummaryOf(measures: BrowserMeasures): Row[] {
  const { ours, bare, badges, dialog, listBytes, staticFile, mapTasks } = measures;
  return [
    timeRow('bare app: first row', bare.open),
    comparedRow('from another app to the first row', ours.open, bare.open, MOST_OPEN_RATIO),
    timeRow('bare app: next page', bare.nextPage),
    comparedRow('next page', ours.nextPage, bare.nextPage, MOST_NEXT_PAGE_RATIO),
    timeRow('bare app: search', bare.search),
    beyondRow('search, beyond the bare app', ours.search, bare.search, MOST_SEARCH_BEYOND_MS),
    limitedRow('badges, after the usage is there', badges, MOST_BADGES_MS),
    limitedRow('dialog to verdict, beyond its review', dialog, MOST_DIALOG_MS),
    slowestRow('map of 2,000 nodes: long tasks', mapTasks, MOST_TASK_MS),
    slowestRow(`static file beside ${AT_ONCE} lists`, staticFile.lists, MOST_STATIC_FILE_MS),
    slowestRow(`static file beside ${AT_ONCE} reviews`, staticFile.reviews, MOST_STATIC_FILE_MS),
    sizeRow('own JavaScript to the first row', listBytes, MOST_LIST_KB),
  ];
}

/** As many times a review of the same model as a plan may take. */
const MOST_PLAN_RATIO = 2;
/** As many times a pipeline's bare reading and writing as a change may take: with its journal, it is read three times, and both models twice. */
const MOST_CHANGE_RATIO = 4;

/** What was measured of a replacement, and how it stands to its targets. */
export function replacementSummaryOf({ review, plan, change, write }: ReplacementMeasures): Row[] {
  const { dependents } = REPLACED;
  return [
    timeRow(`review of a model that ${dependents} use`, review),
    comparedRow(`plan to replace it in ${dependents}`, plan, review, MOST_PLAN_RATIO),
    timeRow('a pipeline, read and written as it is', write),
    comparedRow('a change of it, with its journal', change, write, MOST_CHANGE_RATIO),
  ];
}
