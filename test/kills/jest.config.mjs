import onCluster from '../jest.config.mjs';

/** What kills the parts that it runs on: the suite starts them itself. */
export default {
  ...onCluster,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/kills/**/*.test.ts'],
  globalSetup: '<rootDir>/test/kills/build.ts',
  globalTeardown: undefined,
};
