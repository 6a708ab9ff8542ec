import { readFileSync } from 'node:fs';
import path from 'node:path';

export const MANIFEST = 'opensearch_dashboards.json';

/** The keys that the platform knows; it refuses to start over any other (Dashboards 3.3). */
export const MANIFEST_KEYS: readonly string[] = [
  'id',
  'version',
  'opensearchDashboardsVersion',
  'configPath',
  'requiredPlugins',
  'requiredEnginePlugins',
  'optionalPlugins',
  'ui',
  'server',
  'extraPublicDirs',
  'requiredBundles',
  'supportedOSDataSourceVersions',
  'requiredOSDataSourcePlugins',
];

export interface Manifest {
  id: string;
  version: string;
  opensearchDashboardsVersion: string;
  ui: boolean;
  server: boolean;
  [key: string]: unknown;
}

/** @throws for a manifest that the platform or its installer would refuse */
export function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8')) as Manifest;
  const unknown = Object.keys(manifest).filter((key) => !MANIFEST_KEYS.includes(key));
  if (unknown.length > 0) throw new Error(`${MANIFEST}: unknown keys ${unknown.join(', ')}`);
  // The installer's rule; the server only warns.
  if (!/^[a-z][a-zA-Z0-9]*$/.test(manifest.id)) {
    throw new Error(`${MANIFEST}: the id "${manifest.id}" is not camelCase`);
  }
  if (!manifest.version) throw new Error(`${MANIFEST}: no version`);
  if (manifest.ui !== true || manifest.server !== true) {
    throw new Error(`${MANIFEST}: both "ui" and "server" must be true`);
  }
  return manifest;
}
