import type { IncomingMessage } from 'http';

/** A request on the wire, and how far it has come. */
export interface LoggedRequest {
  /** `METHOD /path?query` */
  line: string;
  /**
   * `passed on` is said before the cluster gets it, `answered` after it has answered; `given up`
   * where who sent it closes the connection before that.
   */
  stage: 'arrived' | 'passed on' | 'answered' | 'given up';
  /** When it arrived, in ms. */
  at: number;
}

/** What has come to the wire, in the order in which it came. */
export class WireLog {
  private entries: Array<LoggedRequest & { sender: string | undefined }> = [];

  /** Takes a request down; whoever handles it writes its further stages. */
  add({ method, url, headers }: IncomingMessage): LoggedRequest {
    const entry = {
      line: `${method} ${url}`,
      stage: 'arrived' as const,
      at: Date.now(),
      sender: headers.authorization,
    };
    this.entries.push(entry);
    return entry;
  }

  lines(): string[] {
    return this.entries.map(({ line }) => line);
  }

  /** The requests of one sender. */
  of(sender: string | null): LoggedRequest[] {
    return this.entries
      .filter((entry) => entry.sender === sender)
      .map(({ line, stage, at }) => ({ line, stage, at }));
  }

  clear(): void {
    this.entries = [];
  }
}
