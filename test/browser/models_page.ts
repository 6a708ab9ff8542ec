import type Axe from 'axe-core';
import { readFileSync } from 'fs';
import type { Locator, Page } from 'playwright-core';
import { environment } from '../cluster/environment';

export type React = '16' | '18';

/** By the names that design promises to tests. */
export function subject(page: Page | Locator, name: string): Locator {
  return page.locator(`[data-test-subj="${name}"]`);
}

/** The list of models in the workbench, with what a test does on it. */
export class ModelsPage {
  constructor(
    readonly page: Page,
    private readonly react: React = '18'
  ) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`${environment().hosts[this.react]}/app/ml-models${query}`);
  }

  row(modelId: string): Locator {
    return subject(this.page, `modelRow-${modelId}`);
  }

  /** Searches, and waits until only this model is listed. */
  async find({ id, name }: { id: string; name: string }): Promise<Locator> {
    await subject(this.page, 'searchModels').fill(name);
    await this.row(id).waitFor();
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
  async accessibilityFaults(): Promise<string[]> {
    // a dialog fades in: colours are judged when it stands
    await this.page.waitForTimeout(400);
    await this.page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  }
}
