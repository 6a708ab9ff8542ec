import type { Page } from 'playwright-core';
import { makeIngestPipeline, makeModel, makeModels, uniqueName } from '../cluster/fixtures';
import { ApiRequests } from './api_requests';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject } from './models_page';

let page: Page;
let models: ModelsPage;
let requests: ApiRequests;

eachTestInBrowser({}, (shown) => {
  ({ page } = shown);
  models = new ModelsPage(page);
  requests = new ApiRequests(page);
});

const ONE_PAGE = ['GET models'];

describe('what the browser asks for', () => {
  it('is one page of models for each change of the list, and none that it has just had', async () => {
    const stem = uniqueName('asks');
    const made = await makeModels(stem, 11);
    const [first, last] = [made[0], made[10]];
    if (!first || !last) throw new Error('There are no models.');
    await models.open(`?search=${stem}&size=10`);
    await models.row(first.id).waitFor();
    // the next page as well, before anybody asks for it
    expect(await requests.take()).toEqual([
      'GET models',
      'GET models',
      'GET permissions',
      'GET safe_delete',
      'GET usage',
    ]);

    await subject(page, 'pagination-button-next').click();
    await models.row(last.id).waitFor();
    expect(await requests.take()).toEqual([]);
    await subject(page, 'pagination-button-previous').click();
    await models.row(first.id).waitFor();
    expect(await requests.take()).toEqual([]);

    await page.getByRole('columnheader', { name: /^Name/ }).getByRole('button').click();
    await models.row(last.id).waitFor();
    expect(await requests.take()).toEqual([...ONE_PAGE, ...ONE_PAGE]);
    await subject(page, 'usageChoice-unused').click();
    await page.waitForURL(/usage=unused/);
    expect(await requests.take()).toEqual(ONE_PAGE);
    await subject(page, 'searchModels').pressSequentially('-1', { delay: 20 });
    await models.row(first.id).waitFor({ state: 'detached' });
    expect(await requests.take()).toEqual(ONE_PAGE);
    await page.goBack();
    await models.row(last.id).waitFor();
    expect(await requests.take()).toEqual([]);
  });

  it('is the list before the application is there, and what uses the models after it', async () => {
    const model = await makeModel();
    const events: string[] = [];
    const note = (what: string, url: string) => {
      const { pathname } = new URL(url);
      if (/ml_models\/(models|usage|safe_delete)$/.test(pathname)) {
        events.push(`${what} ${pathname.replace(/.*\//, '')}`);
      }
    };
    page.on('request', (request) => note('asked for', request.url()));
    page.on('requestfinished', (request) => note('got', request.url()));
    await models.open();
    await models.find(model);
    await subject(page, 'usageLoading').waitFor({ state: 'detached' });
    expect(events[0]).toBe('asked for models');
    expect(events.indexOf('asked for safe_delete')).toBeGreaterThan(0);
    expect(events.indexOf('asked for usage')).toBeGreaterThan(events.indexOf('got models'));
  });

  it('on a model’s page is what it shows, once, and nothing more for a tab seen before', async () => {
    const model = await makeModel();
    const pipeline = await makeIngestPipeline(model.id);
    await models.open(`/models/${model.id}`);
    await subject(page, 'groupVersions').getByText('(this model)').waitFor();
    await subject(page, 'jsonView').waitFor();
    const asked = await requests.take();
    expect(asked.filter((one) => !one.startsWith('GET definitions/connector/'))).toEqual([
      'GET models',
      `GET models/${model.id}`,
      `GET models/${model.id}/review`,
      'GET permissions',
      // what blocks a delete depends on it
      'GET safe_delete',
      'GET usage',
    ]);
    expect(asked).toHaveLength(7);

    const tab = (name: string) => subject(page, `modelPageTab-${name}`).click();
    await tab('dependents');
    await subject(page, `dependent-ingest_pipeline-${pipeline}`).waitFor();
    expect(await requests.take()).toEqual([]);
    const view = (name: string) => subject(page, `dependentsView-${name}`).click();
    await view('map');
    await subject(page, `dependencyNode-ingest_pipeline-${pipeline}`).waitFor();
    expect(await requests.take()).toEqual(['GET graph']);
    for (const name of ['overview', 'json', 'dependents']) await tab(name);
    await view('dependents');
    await tab('overview');
    await subject(page, 'groupVersions').getByText('(this model)').waitFor();
    expect(await requests.take()).toEqual([]);
  });
});
