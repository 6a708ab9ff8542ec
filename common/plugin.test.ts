import manifest from '../opensearch_dashboards.json';
import packageJson from '../package.json';
import { PLUGIN_VERSION } from './plugin';

test('one version is in the help, in the manifest and in the package', () => {
  expect([manifest.version, packageJson.version]).toEqual([PLUGIN_VERSION, PLUGIN_VERSION]);
});
