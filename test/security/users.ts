import { authorizationOf } from '../../workbench/opensearch';
import { environment } from '../cluster/environment';
import { ask, tell, type Json } from '../cluster/opensearch';
import type { Sender } from '../cluster/plugin_api';

const SECURITY = '/_plugins/_security';
const password = 'Unlikely-3-horse-battery';

/** The requests that read everything which can use a model, but for what ML Commons filters. */
const READS: Json = {
  cluster_permissions: [
    'cluster_monitor',
    'cluster:admin/opensearch/ml/*',
    'cluster:admin/ingest/pipeline/get',
    'cluster:admin/search/pipeline/get',
    'cluster:admin/component_template/get',
    'indices:admin/index_template/get',
    'indices:admin/template/get',
  ],
};
const onIndexes = (pattern: string, ...actions: string[]) => ({
  index_patterns: [pattern],
  allowed_actions: actions,
});
const MAPPINGS = 'indices:admin/mappings/get';
const NAMES = [
  'indices:monitor/settings/get',
  'indices:admin/aliases/get',
  'indices:monitor/stats',
];

/** Roles of the tests' own. */
const ROLES: Record<string, Json> = {
  reads_all: { ...READS, index_permissions: [onIndexes('*', MAPPINGS, ...NAMES)] },
  reads_some: {
    ...READS,
    index_permissions: [onIndexes('*', MAPPINGS), onIndexes('mine-*', ...NAMES)],
  },
};

/** The users beside the admin, with the role that each has: of the security plugin's, or a test's. */
const USERS = {
  none: {},
  reader: { role: 'ml_read_access' },
  other: { role: 'ml_full_access', team: 'team-b' },
  owner: { role: 'ml_full_access', team: 'team-a' },
  ann: { role: 'reads_all', team: 'team-a' },
  bob: { role: 'reads_all', team: 'team-b' },
  eve: { role: 'reads_some', team: 'team-a' },
} as const satisfies Record<string, { role?: string; team?: string }>;

export type UserName = keyof typeof USERS | 'admin';

/** A request of this user's. */
export function as(user: UserName): Sender {
  if (user === 'admin') return { authorization: environment().adminAuthorization };
  return { authorization: authorizationOf({ username: user, password }) };
}

/** The same with a password that isn't the user's. */
export function withWrongPassword(user: UserName): Sender {
  return { authorization: authorizationOf({ username: user, password: `not ${password}` }) };
}

/** @throws Error where a user did not get the role */
export async function makeUsers(): Promise<void> {
  const users: Array<[string, { role?: string; team?: string }]> = Object.entries(USERS);
  for (const [name, { team }] of users) {
    await tell('PUT', `${SECURITY}/api/internalusers/${name}`, {
      password,
      backend_roles: team === undefined ? [] : [team],
    });
  }
  for (const [name, role] of Object.entries(ROLES)) {
    await tell('PUT', `${SECURITY}/api/roles/${name}`, role);
  }
  for (const role of ['ml_read_access', 'ml_full_access', ...Object.keys(ROLES)]) {
    await tell('PUT', `${SECURITY}/api/rolesmapping/${role}`, {
      users: users.filter(([, user]) => user.role === role).map(([name]) => name),
    });
  }
  for (const [name, { role }] of users) {
    const { authorization } = as(name as UserName);
    const { roles } = await ask('GET', `${SECURITY}/authinfo`, undefined, authorization);
    if (!Array.isArray(roles) || (role !== undefined && !roles.includes(role))) {
      throw new Error(`User ${name} did not get the role ${role}: ${JSON.stringify(roles)}`);
    }
  }
}
