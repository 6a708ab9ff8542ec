export { ensureHostBundles } from './bundles';
export type { ReactVersion } from './injected_metadata';
export type { DataSourceAddress } from './server/data_sources';
export { startHost } from './start_host';
export type { Host, HostOptions } from './start_host';
