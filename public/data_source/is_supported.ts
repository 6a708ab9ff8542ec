import { OLDEST_OPENSEARCH } from '../../common/plugin';
import type { DataSourceObject } from '../platform/types';

const ENGINE_PLUGIN = 'opensearch-ml';
/** Tells 2.9 from 2.19. */
const versions = new Intl.Collator('en', { numeric: true });

/** Whether the plugin can work with a data source: what its manifest says, which the menu doesn't read. */
export function isSupported({ attributes }: DataSourceObject): boolean {
  const { dataSourceVersion = '', installedPlugins = [] } = attributes;
  return (
    versions.compare(dataSourceVersion, OLDEST_OPENSEARCH) >= 0 &&
    installedPlugins.includes(ENGINE_PLUGIN)
  );
}
