import type { Router } from './router';

/** The part of the platform's server core that the plugin uses, typed as the platform types it. */
export interface CoreSetup {
  http: { createRouter(): Router };
}

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
}

export interface PluginInitializerContext {
  logger: { get(...parts: string[]): Logger };
}
