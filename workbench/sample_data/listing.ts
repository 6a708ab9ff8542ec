import { z, type ZodType } from 'zod';
import type { Cluster } from './cluster';
import type { JsonObject } from './content/json';

/** A stored resource of ML Commons: its id and what was asked for of it. */
export type Listed<T> = T & { id: string };

/** All resources that an ML Commons `_search` finds; none where its index isn't there yet. */
export async function listAll<T extends object>(
  cluster: Cluster,
  path: string,
  source: ZodType<T>,
  fields: string[]
): Promise<Listed<T>[]> {
  const answer = z.object({
    hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: source })) }),
  });
  const body: JsonObject = {
    size: 10_000,
    // Leaves out the pieces of a model's content, which are stored among the models.
    query: { bool: { must_not: { exists: { field: 'chunk_number' } } } },
    _source: { includes: fields },
  };
  const found = await cluster.find(answer, path, body);
  return (found?.hits.hits ?? []).map((hit) => ({ ...hit._source, id: hit._id }));
}
