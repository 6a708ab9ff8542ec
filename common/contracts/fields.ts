import { z } from 'zod';

/** Made by OpenSearch itself: 20 characters and more, of which any can be the first. */
const GENERATED_ID = /^(?=.*[A-Z0-9-])[A-Za-z0-9_-]{20,}$/;

/** Whether a step of a path is the name of another API, such as `_search`. */
function isApi(step: string): boolean {
  return step.startsWith('_') && !GENERATED_ID.test(step);
}

/**
 * An id that ML Commons can have given to a model: auto-generated ones are 20 characters, custom
 * ones (3.9) are letters, digits, `_` and `-`, at most 512 bytes (ml-commons #4974).
 */
export const modelId = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, "_" and "-" only')
  .refine((id) => !isApi(id), 'the name of an API, not an id');

/** What no index and no alias has in its name: `:` is before those of another cluster. */
const NOT_IN_INDEX_NAMES = /^[-+]|[\s"<>|\\/?#:]/;

/** The names in a list that is read as a whole: they are in no path. */
const NEVER_IN_A_PATH: ReadonlySet<string> = new Set(['mcp_tool', 'cluster_setting']);

/** What an id of a template begins with here where it isn't a composable one's. */
const TEMPLATE_API = /^(_component_template|_template)\//;

/**
 * Whether an id asks for one resource of a kind by its name, and for nothing else: never for a
 * pattern, a list, another API or a step of the path. Pipelines, scripts and templates may begin
 * with `-` or `+` and have spaces and slashes in their names, and are found by them (seen on 2.19.6
 * and 3.6.0); an index can't, and would be left out of all others by a `-`.
 */
export function isResourceId(kind: string, id: string): boolean {
  if (id === '' || id.length > 1024) return false;
  if (NEVER_IN_A_PATH.has(kind)) return true;
  if (/[*,\u0000-\u001f\u007f]/.test(id)) return false;
  if ((kind === 'index' || kind === 'alias') && NOT_IN_INDEX_NAMES.test(id)) return false;
  const name = kind === 'index_template' ? id.replace(TEMPLATE_API, '') : id;
  return name.split('/').every((step) => !isApi(step) && !/^\.{0,2}$/.test(step));
}

/** The kind and the id of a resource. */
export function resourceParams<T extends readonly [string, ...string[]]>(kinds: T) {
  return z
    .strictObject({ kind: z.enum(kinds), id: z.string() })
    .refine(({ kind, id }) => isResourceId(kind, id), { message: 'not an id', path: ['id'] });
}

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

/** SHA-256 of what was shown, in hex. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'not a fingerprint');

/** The name of a file that the browser saved, without a folder. */
export const fileName = z
  .string()
  .max(1024)
  .regex(/^[\w.-]+$/, 'not the name of a file');

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
