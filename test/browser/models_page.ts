import type Axe from 'axe-core';
import { readFileSync } from 'fs';
import type { Locator, Page } from 'playwright-core';
import { environment } from '../cluster/environment';

/** Lists, deletes and replacements are tried on both, each other page on one: unit tests run on both. */
export type React = '16' | '18';

/** By the names that design promises to tests. */
export function subject(page: Page | Locator, name: string): Locator {
  return page.locator(`[data-test-subj="${name}"]`);
}

/** The list of models in the workbench, with what a test does on it. */
export class ModelsPage {
  constructor(
    readonly page: Page,
    react: React = '18',
    private readonly host = environment().hosts[react]
  ) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.host}/app/ml-models${query}`);
  }

  /** Another application of the workbench, which leads to this one. */
  async openHome(query = ''): Promise<void> {
    await this.page.goto(`${this.host}/app/home${query}`);
  }

  row(modelId: string): Locator {
    return subject(this.page, `modelRow-${modelId}`);
  }

  /** Searches, and waits until only this model is listed. */
  async find({ id, name }: { id: string; name: string }): Promise<Locator> {
    const answered = this.page.waitForResponse(
      (response) => new URL(response.url()).searchParams.get('search') === name
    );
    await subject(this.page, 'searchModels').fill(name);
    await answered;
    await this.page.waitForFunction((only) => {
      const rows = [...document.querySelectorAll('[data-test-subj^="modelRow-"]')];
      return rows.length === 1 && rows[0]?.getAttribute('data-test-subj') === only;
    }, `modelRow-${id}`);
    return this.row(id);
  }

  async openDeleteDialog(model: { id: string; name: string }): Promise<Locator> {
    await this.find(model);
    await subject(this.page, `deleteModel-${model.id}`).click();
    const dialog = subject(this.page, 'deleteModelModal');
    await dialog.waitFor();
    return dialog;
  }

  get toasts(): Locator {
    return this.page.locator('.euiToast');
  }

  /** Rules of axe that the page breaks, each with the first element that does. */
  async accessibilityFaults({ whileLoading = false } = {}): Promise<string[]> {
    if (!whileLoading) await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(endAnimations);
    await this.page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  }
}

/** Runs in the page. Dialogs and buttons fade: colours are judged at the end of that. */
export async function endAnimations(): Promise<void> {
  // what begins once it is drawn has begun; a page that draws nothing may never be idle
  await new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1_000 }));
  for (const animation of document.getAnimations()) {
    // one that goes on for ever has no end
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}
