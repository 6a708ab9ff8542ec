import type { z } from 'zod';
import type { ValidationFunction } from '../platform';

/**
 * The platform's validation function for a schema of the contract. The platform itself puts the
 * part of the request before the place and the message: `[request query.size]: …`.
 */
export function validatorOf<S extends z.ZodType>(schema: S): ValidationFunction<z.output<S>> {
  return (sent, { ok, badRequest }) => {
    const result = schema.safeParse(sent);
    if (result.success) return ok(result.data);
    const [issue] = result.error.issues;
    return badRequest(issue?.message ?? 'not valid', issue?.path.map(String));
  };
}
