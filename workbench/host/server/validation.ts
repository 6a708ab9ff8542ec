import type { RouterTools, ValidationFunction } from '../../../server/platform';

/** What a route refuses with 400. */
export class ValidationError extends Error {}

class FieldError extends Error {
  constructor(
    error: Error | string,
    readonly path: string[]
  ) {
    super(error instanceof Error ? error.message : error);
  }
}

/**
 * Runs a route's validation function on one part of a request.
 * @throws ValidationError whose message names the part and the field: `[request query.size]: …`
 */
export function validatePart<T>(
  rule: ValidationFunction<T> | undefined,
  data: unknown,
  part: string
): T {
  // As in the platform: what a route doesn't validate it doesn't see.
  if (!rule) return {} as T;
  const tools: RouterTools<T> = {
    ok: (value) => ({ value }),
    badRequest: (error, path = []) => ({ error: new FieldError(error, path) }),
  };
  const result = judge(rule, data, tools);
  if (result.error === undefined) return result.value;
  const path = result.error instanceof FieldError ? result.error.path : [];
  throw new ValidationError(`[${[part, ...path].join('.')}]: ${result.error.message}`);
}

/** The platform answers 400 as well where a validation function throws. */
function judge<T>(rule: ValidationFunction<T>, data: unknown, tools: RouterTools<T>) {
  try {
    return rule(data, tools);
  } catch (error) {
    return tools.badRequest(error instanceof Error ? error : String(error));
  }
}
