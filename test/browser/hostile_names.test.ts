import { readFileSync } from 'fs';
import type { Page } from 'playwright-core';
import {
  makeConversationalAgent,
  makeModel,
  uniqueName,
  type MadeModel,
} from '../cluster/fixtures';
import { ask, tell, type Json } from '../cluster/opensearch';
import { eachTestInBrowser } from './each_test_in_browser';
import { ModelsPage, subject } from './models_page';

let page: Page;
let models: ModelsPage;

eachTestInBrowser({}, (shown) => ({ page } = shown));

/** What a page without care would run, or read in another order. */
const NAMES = {
  markup: '<script>window.attacked=1</script>"><img src=x onerror="window.attacked=1">',
  template: '{{constructor.constructor("window.attacked=1")()}} ${window.attacked=1} \u202egnp.exe',
  long: 'x'.repeat(100_000),
};

/** ML Commons refuses some of these names, but not in a document that is restored from elsewhere. */
async function rename(index: string, id: string, fields: Json): Promise<void> {
  const path = `/${index}/_doc/${id}`;
  const { _source: source } = await ask('GET', path);
  await tell('PUT', `${path}?refresh=true`, { ...(source as Json), ...fields });
}

async function makeNamed(name: string): Promise<MadeModel> {
  const model = await makeModel();
  await rename('.plugins-ml-model', model.id, { name, description: name });
  await rename('.plugins-ml-model-group', model.groupId, { name: `${uniqueName('g')} ${name}` });
  return { ...model, name };
}

const isAttacked = () =>
  page.evaluate(() => (window as unknown as { attacked?: number }).attacked !== undefined);

/** The platform's policy without what lets a text be run as code. */
async function forbidEval(): Promise<void> {
  await page.route('**/app/**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("'unsafe-eval'");
    const headers = {
      ...response.headers(),
      'content-security-policy': policy.replace("'unsafe-eval' ", ''),
    };
    return route.fulfill({ response, headers });
  });
}

beforeEach(async () => {
  models = new ModelsPage(page);
  await forbidEval();
});

describe('a name that is meant to do harm', () => {
  it.each(Object.entries(NAMES))('is shown as it is, and does nothing: %s', async (_, name) => {
    const model = await makeNamed(name);
    const agent = await makeConversationalAgent(model.id);
    await rename('.plugins-ml-agent', agent.id, { name });
    const shown = name.slice(0, 60);

    await models.open(`?search=${model.id}`);
    await models.row(model.id).waitFor();
    expect(await models.row(model.id).innerText()).toContain(shown);
    expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true);

    await subject(page, `deleteModel-${model.id}`).click();
    await subject(page, `dependent-agent-${agent.id}`).waitFor();
    expect(await subject(page, 'deleteModelModal').innerText()).toContain(shown);
    await page.keyboard.press('Escape');
    await subject(page, 'deleteModelModal').waitFor({ state: 'detached' });

    for (const tab of ['map', 'dependents', 'json']) {
      await models.open(`/models/${model.id}?tab=${tab}`);
      await subject(page, 'modelVerdict').waitFor();
      expect(await page.locator('h1').first().innerText()).toContain(shown);
      expect(await isAttacked()).toBe(false);
    }
  });

  it('is a text in the picture of the map', async () => {
    const model = await makeNamed(NAMES.markup);
    const agent = await makeConversationalAgent(model.id);
    await rename('.plugins-ml-agent', agent.id, { name: NAMES.markup });
    await models.open(`/models/${model.id}?tab=map`);
    await subject(page, `dependencyNode-agent-${agent.id}`).waitFor();
    await subject(page, 'downloadMap').click();
    const saved = page.waitForEvent('download');
    await subject(page, 'downloadMapSvg').click();
    const svg = readFileSync(await (await saved).path(), 'utf8');
    const found = await page.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
      const elements = [...picture.querySelectorAll('*')];
      const attributes = elements.flatMap((one) => one.getAttributeNames());
      return {
        names: [...new Set(elements.map(({ localName }) => localName))],
        handlers: attributes.filter((name) => name.startsWith('on')),
        text: picture.documentElement.textContent ?? '',
      };
    }, svg);
    expect(found.names).not.toContain('parsererror');
    expect(found.names).not.toContain('script');
    expect(found.names).not.toContain('img');
    expect(found.handlers).toEqual([]);
    expect(found.text).toContain('<script>');
  });
});
