import type { Logger } from '../../../server/platform';

/** As the platform shows them by default: all but what is for debugging. */
export function createLogger(name: string, say: (line: string) => void): Logger {
  return {
    debug: () => undefined,
    info: (message) => say(`[info][${name}] ${message}`),
    warn: (message) => say(`[warning][${name}] ${message}`),
    error: (message) =>
      say(
        `[error][${name}] ${message instanceof Error ? (message.stack ?? message.message) : message}`
      ),
  };
}
