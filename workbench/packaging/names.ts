/** The list of other people's software that lies beside each bundle. */
export const THIRD_PARTY_FILE = 'THIRD_PARTY_LICENSES.txt';

/** The version of OpenSearch Dashboards that a build is for, unless told otherwise. */
export const DEFAULT_DASHBOARDS_VERSION = '3.6.0';

/** The folder that the platform's installer looks for in a zip. */
export const ZIP_FOLDER = 'opensearch-dashboards';
