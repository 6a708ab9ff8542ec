import onCluster from '../jest.config.mjs';

/** What needs a cluster of two nodes, one of which goes away: a cluster and a workbench of its own. */
export default {
  ...onCluster,
  rootDir: '../..',
  testMatch: ['**/two_nodes/**/*.test.ts'],
  globalSetup: '<rootDir>/test/two_nodes/start.ts',
};
