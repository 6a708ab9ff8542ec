import { schema } from '@osd/config-schema';
import type { TypeOf } from '@osd/config-schema';
import type { PluginInitializerContext } from './platform';

const configSchema = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
  history: schema.object({ enabled: schema.boolean({ defaultValue: false }) }),
});

export type Config = TypeOf<typeof configSchema>;

/** What an admin can set under `ml_models_dashboards` in opensearch_dashboards.yml. */
export const config = { schema: configSchema, exposeToBrowser: { history: true } } as const;

/** The plugin's configuration, as the platform has checked it. */
export function readConfig({ config: source }: PluginInitializerContext): Promise<Config> {
  return new Promise((resolve) => source.create<Config>().subscribe(resolve));
}
