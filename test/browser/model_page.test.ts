import { readFileSync } from 'fs';
import type { Page } from 'playwright-core';
import {
  makeConversationalAgent,
  makeIndex,
  makeIngestPipeline,
  makeModel,
  modelState,
} from '../cluster/fixtures';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser({ safeDelete: true }, (shown) => ({ page } = shown));

const focused = (name: string) =>
  page.waitForFunction(
    (wanted) => document.activeElement?.getAttribute('data-test-subj') === wanted,
    name
  );

describe.each<React>(['16'])('a model’s page, on React %s', (react) => {
  it('is opened from the list, and shows what uses the model as a map, a table and JSON', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const index = await makeIndex(pipeline);
    const chat = await makeConversationalAgent(model.id);
    const models = new ModelsPage(page, react);
    await models.open();
    await models.find(model);
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('.chunk.')) scripts.push(request.url());
    });
    /** The scripts that only the map needs; others may be loaded ahead. */
    const codeOfMap = async () => {
      const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
      return scripts.filter((_, at) => /react-flow__|nodesep/.test(texts[at] ?? ''));
    };
    await subject(page, `modelName-${model.id}`).click();
    await subject(page, 'modelVerdict').waitFor();
    expect(await subject(page, 'modelVerdict').innerText()).toContain(
      'Deleting this model would break 1 ingest pipeline and 1 agent, and through them 1 index and 1 alias.'
    );
    expect(await page.title()).toContain(model.name);
    await subject(page, 'groupVersions').getByText('(this model)').waitFor();
    await subject(page, 'jsonView').waitFor();
    expect(await subject(page, 'jsonView').innerText()).not.toContain('secret');
    expect(await models.accessibilityFaults()).toEqual([]);
    expect(await codeOfMap()).toEqual([]);

    await subject(page, 'modelPageTab-dependents').click();
    await subject(page, 'dependentsView-map').click();
    const self = subject(page, `dependencyNode-model-${model.id}`);
    await self.waitFor();
    // in a worker of its own, which the content security policy lets run
    expect(scripts.some((url) => url.includes('layout-worker'))).toBe(true);
    expect(await codeOfMap()).not.toEqual([]);
    expect(await page.locator('[data-line="blocks"]').count()).toBeGreaterThan(0);
    const table = await subject(page, 'dependencyTable').innerText();
    for (const name of [pipeline, index.id, index.alias, chat.name]) expect(table).toContain(name);

    await self.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await focused(`dependencyNode-ingest_pipeline-${pipeline}`);
    await page.keyboard.press('Enter');
    const panel = subject(page, 'dependencyPanel');
    await panel.getByText('"text_embedding"').waitFor();
    expect(await panel.innerText()).toContain('processors[0].text_embedding.model_id');
    expect(await models.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await focused(`dependencyNode-ingest_pipeline-${pipeline}`);

    await subject(page, 'modelPageTab-json').click();
    await page.reload();
    await subject(page, 'jsonView').waitFor();
    expect(await subject(page, 'jsonView').innerText()).toContain(model.name);
    await page.goBack();
    await self.waitFor();
  });
});

describe('what is done on a model’s page', () => {
  it('deletes the model, leads to the list, and says of its address that it is gone', async () => {
    // the list shows a table only where a model is left
    await makeModel();
    const model = await makeModel();
    const models = new ModelsPage(page);
    await models.open(`/models/${model.id}?tab=dependents`);
    await subject(page, `deleteModel-${model.id}`).click();
    await subject(page, 'deleteModelConfirm').click();
    await subject(page, 'modelsTable').waitFor();
    expect(await modelState(model.id)).toBeUndefined();
    expect(await models.toasts.innerText()).toContain(model.name);
    await page.goBack();
    await subject(page, 'modelGone').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
  });

  it('saves the map as SVG and PNG, as it is drawn', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    const models = new ModelsPage(page);
    await models.open(`/models/${model.id}?tab=map`);
    await subject(page, `dependencyNode-ingest_pipeline-${pipeline}`).waitFor();
    const save = async (what: string) => {
      await subject(page, 'downloadMap').click();
      const saved = page.waitForEvent('download');
      await subject(page, what).click();
      const download = await saved;
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    const svg = await save('downloadMapSvg');
    expect(svg.name).toBe(`map-${model.name}.svg`);
    expect(svg.content.toString()).toContain(
      `<title>${pipeline}, blocking · Ingest pipeline</title>`
    );
    const png = await save('downloadMapPng');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.length).toBeGreaterThan(4_000);
  });
});
