/** The plugin's id in the platform: folder of its bundles, key of its config. */
export const PLUGIN_ID = 'mlModelsDashboards';

/** The plugin's version, as `opensearch_dashboards.json` and `package.json` have it. */
export const PLUGIN_VERSION = '0.1.0';

/** The application's id in the platform: the last part of `/app/ml-models`. */
export const APP_ID = 'ml-models';

/** The oldest OpenSearch that the plugin works with. */
export const OLDEST_OPENSEARCH = '2.19.0';

/** What the browser knows of the plugin's configuration. */
export interface ExposedConfig {
  /** Whether Dashboards keeps what is done to models. */
  history: { enabled: boolean };
}
