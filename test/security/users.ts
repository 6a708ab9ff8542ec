import { authorizationOf } from '../../workbench/opensearch';
import { environment } from '../cluster/environment';
import { ask, tell } from '../cluster/opensearch';
import type { Sender } from '../cluster/plugin_api';

const SECURITY = '/_plugins/_security';
const password = 'Unlikely-3-horse-battery';

/** The users beside the admin, with the role of the security plugin's own that each has. */
const USERS = {
  none: {},
  reader: { role: 'ml_read_access' },
  other: { role: 'ml_full_access', team: 'team-b' },
  owner: { role: 'ml_full_access', team: 'team-a' },
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
  for (const role of ['ml_read_access', 'ml_full_access']) {
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
