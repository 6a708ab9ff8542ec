import { z } from 'zod';

/**
 * An id that ML Commons can have given to a model: auto-generated ones are 20 characters, custom
 * ones (3.9) are letters, digits, `_` and `-`, at most 512 bytes (ml-commons #4974).
 */
export const modelId = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, "_" and "-" only');

/** The id of any resource: a pipeline's may have all characters. `.` and `..` are steps of a path. */
export const resourceId = z
  .string()
  .min(1)
  .max(1024)
  .refine((id) => id !== '.' && id !== '..', 'not an id');

/** The id of a data source is that of a saved object; absent means the local cluster. */
const dataSourceId = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[A-Za-z0-9_:.-]+$/, 'not the id of a data source');

/** The query that every route takes; unknown keys are refused. */
export const dataSourceQuery = z.strictObject({ data_source_id: dataSourceId.optional() });

export const noParams = z.strictObject({});
export const modelParams = z.strictObject({ model_id: modelId });

/** Routes without a body: the platform hands over `null`, or `{}` where it parsed an empty one. */
export const noBody = z.union([z.undefined(), z.null(), z.strictObject({})]);

/** A query key that may be repeated: one value or several, always a list on the server. */
export function repeatable<T extends z.ZodType>(item: T) {
  return z
    .union([item, z.array(item).max(100)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}

/** A whole number in a query, where everything arrives as text. */
export function wholeNumber(min: number, max: number) {
  return z
    .union([z.number(), z.string().regex(/^\d{1,9}$/, 'a whole number')])
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
}

/** `true` or `false` in a query. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform((value) => value === true || value === 'true');
