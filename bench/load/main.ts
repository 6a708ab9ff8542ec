import { startOpenSearch } from '../../workbench/opensearch';
import { ensureBuilt } from '../../workbench/packaging';
import {
  fillAgents,
  fillAgentsOf,
  fillIndexes,
  fillModels,
  fillPipelines,
  fillSearchTemplates,
  prepareSettings,
  REPLACED_MODEL,
} from '../fill';
import { send } from '../fill/send';
import { median, percentile } from '../report/statistics';
import { REPLACED, SIZE } from '../size';
import { ADMINS, runAdmins, type Tally } from './admins';
import { startServer } from './server';
import type { ServerFigures } from './server_process';

const MINUTES = Number(process.argv[2] ?? 10);
/** How often the server is looked at while the load lasts. */
const LOOKS = 5;
const MAX_BLOCKED_MS = 100;
/** What a server may have more in the end than after the first fifth: caches fill. */
const MAX_GROWTH = 1.2;

const say = (line: string) => console.log(line);

async function fill(url: string): Promise<void> {
  await prepareSettings(url);
  await fillModels(url, 0, SIZE.models + 3);
  await fillPipelines(url, 0, SIZE.pipelines);
  await fillPipelines(url, SIZE.pipelines, SIZE.pipelines + REPLACED.pipelines, REPLACED_MODEL);
  await fillAgents(url);
  await fillAgentsOf(url, REPLACED_MODEL, REPLACED.dependents - REPLACED.pipelines);
  await fillIndexes(url);
  await fillSearchTemplates(url);
}

async function countModels(url: string): Promise<number> {
  const query = { bool: { must_not: { exists: { field: 'chunk_number' } } } };
  await send('POST', `${url}/.plugins-ml-model/_refresh`);
  const { count } = await send('POST', `${url}/.plugins-ml-model/_count`, { query });
  return Number(count);
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

function tableOf({ times }: Tally): string {
  const rows = [...times].map(
    ([what, all]) =>
      `| ${what} | ${all.length} | ${ms(median(all))} | ${ms(percentile(all, 0.99))} |`
  );
  return ['| request | times | p50 | p99 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** What is not as it has to be, in words. */
function faultsOf(looks: readonly ServerFigures[], tally: Tally, lost: number): string[] {
  const faults = tally.errors.map((error) => `error: ${error}`);
  if (lost !== 0) faults.push(`${lost} models are gone that nobody has deleted`);
  const [first, last] = [looks[0], looks[looks.length - 1]];
  if (first && last && last.heapMb > first.heapMb * MAX_GROWTH) faults.push('the heap has grown');
  const isMore = first && last && last.handles > first.handles + ADMINS;
  if (isMore) faults.push('there are more handles than before');
  const blocked = Math.max(...looks.map(({ blockedMs }) => blockedMs));
  if (blocked > MAX_BLOCKED_MS) faults.push(`the event loop was blocked for ${ms(blocked)}`);
  return faults;
}

/** Fifty admins at once on a large cluster: what they wait, and what the server holds. */
async function main(): Promise<void> {
  const [node] = await Promise.all([
    startOpenSearch({
      ...{ instance: 'load', version: '3.6.0', fresh: true, heap: '3g', isMeasured: true },
      say,
    }),
    ensureBuilt({ say }),
  ]);
  try {
    say('Filling the cluster');
    await fill(node.url);
    const before = await countModels(node.url);
    const server = await startServer(node.url);
    try {
      say(`${ADMINS} admins for ${MINUTES} minutes`);
      const tally: Tally = { times: new Map(), errors: [], deleted: new Set() };
      const looks: ServerFigures[] = [];
      const until = Date.now() + MINUTES * 60_000;
      const timer = setInterval(
        () => void server.figures().then((figures) => looks.push(figures)),
        (MINUTES * 60_000) / (LOOKS + 1)
      );
      await runAdmins(server.url, until, tally);
      clearInterval(timer);
      looks.push(await server.figures());
      const lost = before - tally.deleted.size - (await countModels(node.url));
      say(tableOf(tally));
      for (const { heapMb, handles, blockedMs } of looks) {
        say(`heap ${heapMb.toFixed(0)} MB, ${handles} handles, blocked ${ms(blockedMs)} at most`);
      }
      const faults = faultsOf(looks, tally, lost);
      say(`${tally.deleted.size} models deleted, ${lost} lost, ${tally.errors.length} errors`);
      for (const fault of faults.slice(0, 20)) say(fault);
      process.exitCode = faults.length === 0 ? 0 : 1;
    } finally {
      await server.stop();
    }
  } finally {
    await node.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
