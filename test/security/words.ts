import type { ErrorBody } from '../../common/contracts/errors';
import type { UserName } from './users';

/** What ML Commons says to who has the permission, but not to this model. */
export const NOT_THEIRS = "User doesn't have privilege to perform this operation on this model";

/** How the security plugin words a missing permission. */
export function missing(permission: string, user: UserName): RegExp {
  const name = permission.replace(/[/.]/g, '\\$&');
  return new RegExp(`no permissions for \\[${name}\\] and User \\[name=${user}[,\\]]`);
}

/** A 403 that passes on the cluster's own words. */
export function forbidden(words: string | RegExp): Partial<ErrorBody> {
  const said = expect.stringMatching(words) as string;
  return {
    statusCode: 403,
    message: said,
    attributes: { reason: 'forbidden', cluster_message: said },
  };
}
