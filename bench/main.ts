import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { startOpenSearch } from '../workbench/opensearch';
import { bench } from './bench';
import { RESULTS } from './folders';
import { browserSummaryOf, replacementSummaryOf, summaryOf, tableOf } from './report';
import { measureRules } from './rules';
import { SIZE } from './size';

/** Measures the product on a large cluster against the least that could be done there. */
const say = (line: string) => console.log(line);

function write(report: unknown): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(path.join(RESULTS, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
}

async function main(): Promise<void> {
  const node = await startOpenSearch({
    instance: 'bench',
    version: '3.6.0',
    fresh: true,
    heap: '3g',
    isMeasured: true,
    say,
  });
  try {
    const profile = process.argv.includes('--profile');
    const { growth, comparison, browser, replacement } = await bench(node.url, { profile, say });
    const rules = measureRules();
    const rows = [
      ...summaryOf(growth, comparison, rules),
      ...browserSummaryOf(browser),
      ...replacementSummaryOf(replacement),
    ];
    const machine = { cpus: cpus().length, cpu: cpus()[0]?.model, node: process.version };
    write({
      at: new Date(),
      opensearch: node.version,
      machine,
      size: SIZE,
      rows,
      growth,
      comparison,
      browser,
      replacement,
      rules,
    });
    say(`\n${tableOf(rows)}\n\nEvery single time is in bench/results/latest.json.`);
  } finally {
    await node.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
