import type { Comparison, Measured } from '../measure';
import type { RuleGrowth } from '../rules';
import { FEW_PIPELINES } from '../size';
import type { Row } from './row';
import { comparedRow, grownRow, memoryRow, timeRow } from './rows';

/** As many times the raw reads as the product may take. */
const MOST_RATIO = 1.5;
const MOST_MEMORY_MB = 150;
/** As many times as long as it may take with ten times the pipelines. */
const MOST_GROWTH = 11;

/** The same of a rule in memory: garbage is collected where there is more. */
const MOST_RULE_GROWTH = 25;

/** The product alone, with few pipelines and with ten times as many. */
export interface Growth {
  few: Record<'review' | 'list', Measured>;
  many: Record<'review' | 'list', Measured>;
}

/** What was measured, line by line, and how it stands to its targets. */
export function summaryOf(
  { few, many }: Growth,
  { review, list, refusal }: Comparison,
  rules: RuleGrowth
): Row[] {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const ofReview = review.measured;
  const ofList = list.measured;
  return [
    timeRow(`review: raw reads, ${megabytes(review.bytes)}`, ofReview.raw),
    comparedRow('review: raw reads and JSON.parse', ofReview.parsed, ofReview.raw),
    comparedRow('review', ofReview.product, ofReview.raw, MOST_RATIO),
    timeRow("ML Commons' own refusal", refusal),
    timeRow(`list: raw reads, ${megabytes(list.bytes)}`, ofList.raw),
    comparedRow('list: raw reads and JSON.parse', ofList.parsed, ofList.raw),
    comparedRow('list', ofList.product, ofList.raw, MOST_RATIO),
    timeRow(`review, ${FEW_PIPELINES} pipelines, no agents`, few.review),
    grownRow('review, ten times the pipelines', many.review, few.review, MOST_GROWTH),
    timeRow(`list, ${FEW_PIPELINES} pipelines, no agents`, few.list),
    grownRow('list, ten times the pipelines', many.list, few.list, MOST_GROWTH),
    ...Object.entries(rules).map(([name, growth]) =>
      grownRow(`rule: ${name}, ten times as much`, growth.many, growth.few, MOST_RULE_GROWTH)
    ),
    memoryRow('memory of raw reads for a review', ofReview.raw),
    memoryRow('memory of a review', ofReview.product, MOST_MEMORY_MB),
    memoryRow('memory of raw reads for the list', ofList.raw),
    memoryRow('memory of the list', ofList.product, MOST_MEMORY_MB),
  ];
}
