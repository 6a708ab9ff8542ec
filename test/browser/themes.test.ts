import type Axe from 'axe-core';
import { readFileSync } from 'fs';
import type { Page } from 'playwright-core';
import {
  makeConversationalAgent,
  makeIndex,
  makeIngestPipeline,
  makeModel,
  removeFixtures,
  type MadeModel,
} from '../cluster/fixtures';
import { setSafeDelete } from '../cluster/opensearch';
import { startBrowser, type Browser } from './browser';
import { endAnimations, ModelsPage, subject } from './models_page';

/** Each with one of the platform's two page headers: what a theme colours is on both. */
const LOOKS = [
  ['v7light', 'old'],
  ['v7dark', 'new'],
  ['v8light', 'new'],
  ['v8dark', 'old'],
  ['v9light', 'old'],
  ['v9dark', 'new'],
] as const;
const WIDTHS = [768, 2560, 1280];

let browser: Browser;
let page: Page;
let models: ModelsPage;
let model: MadeModel;

beforeAll(async () => {
  await setSafeDelete(true);
  browser = await startBrowser({ width: 1280, height: 900 });
  page = await browser.newPage();
  models = new ModelsPage(page);
  model = await makeModel({ deploy: true });
  await makeIndex(await makeIngestPipeline(model.id));
  await makeConversationalAgent(model.id);
});
afterAll(async () => {
  await browser.close();
  await removeFixtures();
  await setSafeDelete(null);
});

/** Words that stand out too little from what is behind them. */
async function faintWords(): Promise<string[]> {
  await page.evaluate(endAnimations);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, { runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  });
}

/** Widths at which there is more than fits: the page would have to be moved sideways to be read. */
async function tooNarrowWidths(): Promise<number[]> {
  const tooNarrow: number[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const fits = await page.evaluate(async () => {
      // the map follows the room that it has
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.documentElement.scrollWidth <= window.innerWidth;
    });
    if (!fits) tooNarrow.push(width);
  }
  return tooNarrow;
}

async function expectGoodLook(): Promise<void> {
  expect(await tooNarrowWidths()).toEqual([]);
  expect(await faintWords()).toEqual([]);
}

it.each(LOOKS)(
  'in %s with the %s header all is readable and nothing overflows',
  async (...look) => {
    const [theme, header] = look;
    await models.open(`?theme=${theme}&header=${header}&search=${model.name}`);
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    await models.row(model.id).getByText('1 blocking').waitFor();
    await expectGoodLook();

    await subject(page, `modelName-${model.id}`).click();
    await subject(page, 'jsonView').waitFor();
    await expectGoodLook();

    await subject(page, 'modelPageTab-dependents').click();
    await subject(page, 'dependentsView-map').click();
    await subject(page, `dependencyNode-model-${model.id}`).waitFor();
    await expectGoodLook();
  }
);
