import onCluster from '../jest.config.mjs';

/** What needs a second cluster as a data source: two clusters and a workbench of its own. */
export default {
  ...onCluster,
  rootDir: '../..',
  testMatch: ['**/two_clusters/**/*.test.ts'],
  globalSetup: '<rootDir>/test/two_clusters/start.ts',
};
