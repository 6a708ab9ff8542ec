import type { Logger } from '../../../server/platform';

/** Warnings and errors only: the plugin's other lines would drown the workbench's own. */
export function createLogger(name: string, say: (line: string) => void): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message) => say(`[warning][${name}] ${message}`),
    error: (message) =>
      say(
        `[error][${name}] ${message instanceof Error ? (message.stack ?? message.message) : message}`
      ),
  };
}
