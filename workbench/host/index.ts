export { ensureHostBundles } from './bundles';
export type { ReactVersion } from './injected_metadata';
export { startHost } from './start_host';
export type { Host, HostOptions } from './start_host';
