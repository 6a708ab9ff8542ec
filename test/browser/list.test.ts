import type { Page } from 'playwright-core';
import { cutWire, makeFaults, mendWire, sentToCluster } from '../cluster/faults';
import { makeAgent, makeGroup, makeModel, uniqueName, type MadeModel } from '../cluster/fixtures';
import { ApiRequests } from './api_requests';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject, type React } from './models_page';

let page: Page;

eachTestInBrowser({ size: { width: 1440, height: 900 } }, (shown) => ({ page } = shown));

const fault = (path: string, status: number, reason: string) =>
  makeFaults({
    path,
    answer: { status, body: JSON.stringify({ error: { type: 'x', reason }, status }) },
  });

describe.each<React>(['18', '16'])('the list, on React %s', (react) => {
  it('shows a model, and keeps search, filter and sort in the address', async () => {
    const group = uniqueName('group');
    const groupId = await makeGroup(group);
    const model = await makeModel({ groupId });
    await makeModel({ groupId });
    await makeAgent(model.id);
    const models = new ModelsPage(page, react);
    await models.open();
    await subject(page, 'modelsTable').waitFor();
    const row = await models.find(model);
    const text = await row.innerText();
    for (const part of [model.name, model.id, group, 'Registered', '1 would break']) {
      expect(text).toContain(part);
    }
    expect(await models.accessibilityFaults()).toEqual([]);

    await page.getByRole('button', { name: `${group}: show only this group` }).click();
    await page.waitForURL(new RegExp(`model_group_id=${groupId}`));
    await subject(page, 'searchModels').fill('');
    await page.waitForURL((url) => !url.search.includes('search='));
    const rows = page.locator('[data-test-subj^="modelRow-"]');
    await rows.nth(1).waitFor();
    await page.getByRole('columnheader', { name: /^Name/ }).getByRole('button').click();
    await page.waitForURL(/sort_order=desc/);
    const address = page.url();
    await page.reload();
    await models.row(model.id).waitFor();
    expect(page.url()).toBe(address);
    expect(await rows.count()).toBe(2);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('sort_order'));
  });
});

describe('what can go wrong with the list', () => {
  let model: MadeModel;
  let models: ModelsPage;
  beforeEach(async () => {
    model = await makeModel();
    models = new ModelsPage(page);
  });

  it("says so in the cluster's words in place of the table, and recovers with Retry", async () => {
    await fault('models/_search', 500, 'all shards failed');
    await models.open();
    await subject(page, 'pageError').waitFor();
    expect(await subject(page, 'pageError').innerText()).toContain('all shards failed');
    expect(await subject(page, 'modelsTable').count()).toBe(0);
    expect(await models.accessibilityFaults()).toEqual([]);
    await mendWire();
    await page.getByRole('button', { name: 'Retry' }).click();
    await subject(page, 'modelsTable').waitFor();
  });

  it('tells no access from a failure', async () => {
    const reason = 'no permissions for [cluster:admin/opensearch/ml/models/search] and User [x]';
    await fault('models/_search', 403, reason);
    await models.open();
    await subject(page, 'pageError').waitFor();
    const text = await subject(page, 'pageError').innerText();
    expect(text).toContain(reason);
    expect(text).toContain('have access');
    expect(await models.accessibilityFaults()).toEqual([]);
  });

  it('keeps what it shows when OpenSearch goes away, and recovers with Retry', async () => {
    await models.open();
    await models.find(model);
    await cutWire();
    await subject(page, 'refreshModels').click();
    await subject(page, 'modelsStale').waitFor();
    expect(await models.row(model.id).count()).toBe(1);
    expect(await models.accessibilityFaults()).toEqual([]);
    await mendWire();
    await subject(page, 'modelsStale').getByRole('button', { name: 'Retry' }).click();
    await subject(page, 'modelsStale').waitFor({ state: 'detached' });
    expect(await models.row(model.id).count()).toBe(1);
  });

  it('names a source that was not read, and calls nothing unused', async () => {
    await fault('_search/pipeline', 403, 'no permissions for [cluster:admin/search/pipeline/get]');
    await models.open();
    const callout = subject(page, 'notChecked-search_pipeline');
    await callout.waitFor();
    expect(await callout.innerText()).toContain('cluster:admin/search/pipeline/get');
    const row = await models.find(model);
    expect(await row.innerText()).toContain('Not checked');
    expect(await row.innerText()).not.toContain('Unused');
    expect(await models.accessibilityFaults()).toEqual([]);
  });

  it('tells no match from no models', async () => {
    await models.open();
    await subject(page, 'searchModels').fill('nothing has this name');
    await subject(page, 'noMatch').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
    await subject(page, 'clearFilters').click();
    await subject(page, 'modelsTable').waitFor();
    await makeFaults({
      path: 'models/_search',
      answer: {
        status: 200,
        body: JSON.stringify({
          _shards: { total: 1, successful: 1, failed: 0 },
          hits: { total: { value: 0, relation: 'eq' } },
        }),
      },
    });
    await page.reload();
    await subject(page, 'noModels').waitFor();
    expect(await models.accessibilityFaults()).toEqual([]);
  });

  it('asks the cluster for models only, once for each change of the search', async () => {
    const requests = new ApiRequests(page);
    await models.open();
    await models.find(model);
    await mendWire();
    await subject(page, 'searchModels').fill(model.id);
    await page.waitForURL(new RegExp(`search=${model.id}`));
    await models.row(model.id).waitFor();
    await requests.take();
    const sent = await sentToCluster();
    // how many match, then the page
    expect(sent.filter((one) => one.startsWith('POST /_plugins/_ml/models/_search'))).toHaveLength(
      2
    );
    expect(sent).not.toContain('GET /_ingest/pipeline');
  });
});
