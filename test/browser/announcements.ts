import type { Page } from 'playwright-core';

/** What a screen reader says by itself: the texts of live regions when they change. */
export class Announcements {
  constructor(private readonly page: Page) {}

  /** Listens from now on, until the page is loaded anew. */
  async listen(): Promise<void> {
    await this.page.evaluate(listenInPage);
  }

  /** Waits until something is said in which these words stand, and forgets all up to it. */
  async hear(words: string): Promise<void> {
    try {
      await this.page.waitForFunction((wanted) => {
        const { said } = window as unknown as { said: string[] };
        const at = said.findIndex((one) => one.includes(wanted));
        return at >= 0 && said.splice(0, at + 1).length > 0;
      }, words);
    } catch {
      const said = await this.page.evaluate(() => (window as unknown as { said: string[] }).said);
      throw new Error(`“${words}” was not said, but: ${JSON.stringify(said)}`);
    }
  }
}

/** Runs in the page. A region that comes with its text is said only where it is an alert. */
function listenInPage(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
  const say = (region: Element) => {
    const text = region.textContent?.trim();
    if (text) said.push(text);
  };
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) =>
      [...addedNodes].filter((node): node is Element => node instanceof Element)
    );
    const regions = new Set<Element>();
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(LIVE);
      if (region && !added.some((node) => node.contains(region))) regions.add(region);
    }
    for (const node of added) {
      for (const alert of [node, ...node.querySelectorAll('*')]) {
        if (alert.getAttribute('role') === 'alert') regions.add(alert);
      }
    }
    regions.forEach(say);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
