import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { securityArtifact } from './artifacts';
import type { Settings } from './settings';

/** The one user of the plugin's shipped configuration that may do everything. */
export const ADMIN = { username: 'admin', password: 'admin' } as const;

const node = { certificate: 'node.pem', key: 'node-key.pem' } as const;
const organization = 'ml-models';

/** The value of an `authorization` header. */
export function authorizationOf(user: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
}

/**
 * Writes the files that the security plugin wants in a node's configuration: its own shipped one,
 * from which the first start makes the users and roles, and a certificate. Gives its settings.
 */
export function writeSecurity(installation: string, openssl: string, config: string): Settings {
  const shipped = join(installation, securityArtifact.into, 'config');
  cpSync(shipped, join(config, 'opensearch-security'), { recursive: true });
  makeCertificate(openssl, config);
  const transport = 'plugins.security.ssl.transport';
  return {
    [`${transport}.pemcert_filepath`]: node.certificate,
    [`${transport}.pemkey_filepath`]: node.key,
    // it signed itself
    [`${transport}.pemtrustedcas_filepath`]: node.certificate,
    'plugins.security.ssl.http.enabled': false,
    'plugins.security.nodes_dn': [`CN=node,O=${organization}`],
    // nobody has this certificate: what is to be changed, the admin changes by the REST API
    'plugins.security.authcz.admin_dn': [`CN=admin,O=${organization}`],
    'plugins.security.allow_default_init_securityindex': true,
    'plugins.security.unsupported.restapi.allow_securityconfig_modification': true,
    'plugins.security.restapi.roles_enabled': ['all_access', 'security_rest_api_access'],
    'plugins.security.system_indices.enabled': true,
    'plugins.security.system_indices.indices': ['.plugins-ml-*'],
    'plugins.ml_commons.model_access_control_enabled': true,
  };
}

/** One node talks to nobody, but its transport doesn't start without a certificate. */
function makeCertificate(openssl: string, folder: string): void {
  const args = [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650'],
    ...['-subj', `/O=${organization}/CN=node`],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', node.key, '-out', node.certificate],
  ];
  const { status, stderr, error } = spawnSync(openssl, args, { cwd: folder, encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`openssl could not make a certificate: ${error?.message ?? stderr.trim()}`);
}
