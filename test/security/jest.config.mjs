import onCluster from '../jest.config.mjs';

/** What needs users: one OpenSearch with the security plugin, and one workbench. */
export default {
  ...onCluster,
  rootDir: '../..',
  testMatch: ['**/security/**/*.test.ts'],
  globalSetup: '<rootDir>/test/security/start.ts',
};
