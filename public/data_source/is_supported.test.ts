import { readFileSync } from 'fs';
import { OLDEST_OPENSEARCH } from '../../common/plugin';
import { isSupported } from './data_source_picker';

const WITH_ML = ['opensearch-job-scheduler', 'opensearch-ml'];

it.each([
  ['2.19.0', WITH_ML, true],
  ['2.19.6', WITH_ML, true],
  ['3.0.0', WITH_ML, true],
  ['10.0.0', WITH_ML, true],
  ['2.18.9', WITH_ML, false],
  ['2.9.0', WITH_ML, false],
  ['1.3.20', WITH_ML, false],
  ['', WITH_ML, false],
  [undefined, WITH_ML, false],
  ['3.6.0', ['opensearch-knn'], false],
  ['3.6.0', undefined, false],
])('a data source of version %s with %j: %s', (dataSourceVersion, installedPlugins, expected) => {
  expect(isSupported({ attributes: { dataSourceVersion, installedPlugins } })).toBe(expected);
});

it('is what the manifest says', () => {
  const manifest = JSON.parse(readFileSync('opensearch_dashboards.json', 'utf8')) as object;
  expect(manifest).toMatchObject({
    supportedOSDataSourceVersions: `>=${OLDEST_OPENSEARCH}`,
    requiredOSDataSourcePlugins: ['opensearch-ml'],
    requiredEnginePlugins: { 'opensearch-ml': `>=${OLDEST_OPENSEARCH}` },
  });
});
