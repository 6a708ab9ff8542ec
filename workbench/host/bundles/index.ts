export { ouiFolder } from './flavour';
export { ensureHostBundles } from './host_bundles';
