/** The list of other people's software that lies beside each bundle. */
export const THIRD_PARTY_FILE = 'THIRD_PARTY_LICENSES.txt';

/** The version of OpenSearch Dashboards that a build is for, unless told otherwise. */
export const DEFAULT_DASHBOARDS_VERSION = '3.6.0';

/**
 * The versions of OpenSearch Dashboards that are supported: each takes a zip of its own exact
 * version only. The default is the last, so that its build is the one that stays in `build/`.
 */
export const DASHBOARDS_VERSIONS = [
  ...[0, 1, 2, 3, 4, 5, 6].map((patch) => `2.19.${patch}`),
  ...['3.0.0', '3.1.0', '3.2.0', '3.3.0', '3.3.1', '3.3.2', '3.4.0', '3.5.0'],
  DEFAULT_DASHBOARDS_VERSION,
];

/** The folder that the platform's installer looks for in a zip. */
export const ZIP_FOLDER = 'opensearch-dashboards';
