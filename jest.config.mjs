import { transform } from './test/transform.mjs';
import { bundleOui } from './test/unit/bundle_oui.mjs';

const common = { transform };

/** Style sheets say nothing to jsdom, which lays nothing out. */
const STYLES = { '\\.css$': '<rootDir>/test/unit/empty_style_sheet.ts' };

/** What the bundle has in place of modules that libraries import. */
const REPLACEMENTS = {
  '^react/jsx-runtime$': '<rootDir>/public/platform/jsx_runtime.ts',
  '^use-sync-external-store/shim/index.js$': '<rootDir>/public/platform/external_store.ts',
};

const browser = {
  ...common,
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/public'],
  testMatch: ['**/*.test.{ts,tsx}'],
  moduleNameMapper: {
    '^@elastic/eui$': await bundleOui('@elastic/eui'),
    ...STYLES,
    ...REPLACEMENTS,
  },
  setupFilesAfterEnv: ['<rootDir>/test/unit/browser_setup.ts'],
};

/** The two pairs of React and OUI that Dashboards ships: 3.4 and later, and up to 3.3. */
export default {
  // jest leaves one core alone unless told
  maxWorkers: '100%',
  // what hangs fails; what is slow on a busy machine does not
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      roots: ['common', 'server', 'workbench', 'test/rules'].map((name) => `<rootDir>/${name}`),
      testMatch: ['**/*.test.ts'],
    },
    { ...browser, displayName: 'react 18' },
    {
      ...browser,
      displayName: 'react 16',
      // what draws nothing is the same on both
      testMatch: ['**/*.test.tsx'],
      moduleNameMapper: {
        '^@elastic/eui$': await bundleOui('oui-1-21'),
        ...STYLES,
        ...REPLACEMENTS,
        '^react$': '<rootDir>/node_modules/react-16',
        '^react/(.*)$': '<rootDir>/node_modules/react-16/$1',
        '^react-dom$': '<rootDir>/node_modules/react-dom-16',
        '^react-dom/(.*)$': '<rootDir>/node_modules/react-dom-16/$1',
        '^@testing-library/react$': '<rootDir>/node_modules/@testing-library/react-12',
      },
    },
  ],
};
