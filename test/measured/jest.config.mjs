import onCluster from '../jest.config.mjs';

/** What measures time in the browser: nothing else may run beside it. */
export default {
  ...onCluster,
  rootDir: '../..',
  testMatch: ['**/measured/**/*.test.ts'],
};
