import { transform } from './transform.mjs';

/** What needs a running cluster: one OpenSearch and one workbench for all of it. */
export default {
  rootDir: '..',
  transform,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/{integration,conformance,races,faults,attacks,browser}/**/*.test.ts'],
  globalSetup: '<rootDir>/test/cluster/start.ts',
  globalTeardown: '<rootDir>/test/cluster/stop.ts',
  // the tests change settings of the one cluster
  maxWorkers: 1,
  // what hangs fails; what is slow on a busy machine does not
  testTimeout: 300_000,
};
