import type { Page } from 'playwright-core';

const PREFIX = '/api/ml_models/';
/** How long a page sends nothing that has sent all that it wants. */
const QUIET_MS = 400;

/** What a page asks the plugin's server for: `METHOD path`, after the prefix that all paths share. */
export class ApiRequests {
  private sent: string[] = [];

  constructor(private readonly page: Page) {
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const at = pathname.indexOf(PREFIX);
      if (at >= 0) this.sent.push(`${request.method()} ${pathname.slice(at + PREFIX.length)}`);
    });
  }

  /** Those since this was last asked, sorted, once the page is idle and sends no more. */
  async take(): Promise<string[]> {
    for (let before = -1; before !== this.sent.length;) {
      before = this.sent.length;
      // what the page itself has left until it is idle comes before this
      await this.page.evaluate(
        () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1_000 }))
      );
      await this.page.waitForTimeout(QUIET_MS);
    }
    const taken = this.sent;
    this.sent = [];
    return taken.sort();
  }
}
