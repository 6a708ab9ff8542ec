import { z } from 'zod';
import type { ServerPluginModule } from './load_plugin';

/** The part of opensearch_dashboards.yml that is a plugin's own. */
export type PluginConfig = Record<string, unknown>;

/** The configuration of a plugin as its schema gives it, and what of it its browser half gets. */
export function readPluginConfig({ config: own }: ServerPluginModule, given: PluginConfig) {
  if (!own) return { config: given, exposed: {} };
  const config = z.record(z.string(), z.unknown()).parse(own.schema.validate(given));
  const keys = Object.entries(own.exposeToBrowser ?? {}).flatMap(([key, is]) => (is ? [key] : []));
  return { config, exposed: Object.fromEntries(keys.map((key) => [key, config[key]])) };
}
