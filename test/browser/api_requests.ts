import type { Page } from 'playwright-core';

const PREFIX = '/api/ml_models/';

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

  /** Those since this was last asked, sorted, once the page has had time to send what it wants. */
  async take(): Promise<string[]> {
    await this.page.waitForTimeout(400);
    const taken = this.sent;
    this.sent = [];
    return taken.sort();
  }
}
