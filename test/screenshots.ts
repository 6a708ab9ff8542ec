import path from 'node:path';
import { startHost } from '../workbench/host';
import { startOpenSearch } from '../workbench/opensearch';
import { ensureBuilt } from '../workbench/packaging';
import { ROOT } from '../workbench/root';
import { loadSampleData, sampleExamples, startGatewayFor } from '../workbench/sample_data';
import { startBrowser } from './browser/browser';

/** Takes the pictures of the documentation from the running product. */
const say = (line: string) => console.log(line);
const picture = (name: string) => path.join(ROOT, 'docs', `${name}.png`);
const parts: Array<() => Promise<void>> = [];

async function main(): Promise<void> {
  const [opensearch] = await Promise.all([
    startOpenSearch({ instance: 'screenshots', fresh: true, say }),
    ensureBuilt({ say }),
  ]);
  parts.push(() => opensearch.stop());
  const gateway = await startGatewayFor(opensearch.url);
  parts.push(() => gateway.stop());
  const { model_ids: ids } = await loadSampleData({
    url: opensearch.url,
    gatewayUrl: gateway.url,
    say,
  });
  const host = await startHost({
    opensearchUrl: opensearch.url,
    react: 18,
    port: 0,
    say: () => {},
  });
  parts.push(() => host.stop());
  await fetch(`${host.url}/api/ml_models/safe_delete`, {
    method: 'PUT',
    headers: { 'osd-xsrf': 'true', 'content-type': 'application/json' },
    body: JSON.stringify({ enabled: true, scope: 'persistent' }),
  });
  const browser = await startBrowser({ width: 1440, height: 900 });
  parts.push(() => browser.close());
  const page = await browser.newPage();

  await page.goto(`${host.url}/app/ml-models?sort_field=usage&sort_order=desc`);
  await page.locator('[data-test-subj="modelsTable"]').waitFor();
  // icons fade in
  await page.waitForTimeout(1000);
  await page.screenshot({ path: picture('models') });

  const inUse = ids[sampleExamples.blocked_by_several];
  await page.locator(`[data-test-subj="deleteModel-${inUse}"]`).click();
  await page.locator('[data-test-subj^="dependent-agent-"]').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: picture('delete') });

  await page.goto(`${host.url}/app/ml-models/models/${inUse}?tab=map`);
  await page.locator('[data-test-subj^="dependencyNode-"]').first().waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: picture('map') });

  const replacement = `replacement=${ids['support-embeddings-3']}&step=plan`;
  await page.goto(`${host.url}/app/ml-models/models/${inUse}/replace?${replacement}`);
  await page.locator('[data-test-subj^="showDiff-ingest_pipeline-"]').first().click();
  await page.locator('[data-test-subj="definitionDiff"]').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: picture('replace') });

  await page.goto(`${host.url}/app/ml-models/clean-up`);
  await page.locator('[data-test-subj^="danglingReference-"]').first().waitFor();
  await page.locator('[data-test-subj="mostUsedModels"] table').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: picture('clean_up'), fullPage: true });
  say('The pictures in docs/ are new.');
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(async () => {
    for (const stop of parts.reverse()) await stop();
  });
