import type { z } from 'zod';
import type { ValidationFunction } from '../platform';

/**
 * The platform's validation function for a schema of the contract. The message names the part of
 * the request and the place in it, as the platform's own schemas do.
 */
export function validatorOf<S extends z.ZodType>(
  part: 'params' | 'query' | 'body',
  schema: S
): ValidationFunction<z.output<S>> {
  return (sent, { ok, badRequest }) => {
    const result = schema.safeParse(sent);
    if (result.success) return ok(result.data);
    const [issue] = result.error.issues;
    const place = ['request ' + part, ...(issue?.path ?? []).map(String)].join('.');
    return badRequest(`[${place}]: ${issue?.message ?? 'not valid'}`);
  };
}
