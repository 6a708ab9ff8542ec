import type { Client } from '@opensearch-project/opensearch';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CoreStart, SavedObjectsRepository, SavedObjectsType } from '../../../server/platform';

/** Where the platform would have its `.kibana`. */
const INDEX = '.workbench_saved_objects';

const answerSchema = z.object({
  hits: z.object({
    total: z.object({ value: z.number() }),
    hits: z.array(z.object({ _id: z.string(), _source: z.record(z.string(), z.unknown()) })),
  }),
});

/** The platform's saved objects, in an index of the cluster, as the workbench's own user. */
export interface SavedObjects {
  registerType(type: SavedObjectsType): void;
  start: CoreStart['savedObjects'];
}

/** Keeps what plugins save in documents of the form that the platform gives them. */
export function createSavedObjects(client: Client): SavedObjects {
  const types = new Map<string, SavedObjectsType>();
  let migrated: Promise<void> | undefined;
  const migrate = () => (migrated ??= ensureIndex(client, [...types.values()]));
  return {
    registerType: (type) => void types.set(type.name, type),
    start: {
      createInternalRepository(includedHiddenTypes = []) {
        const check = async (type: string) => {
          const isHidden = types.get(type)?.hidden ?? true;
          if (isHidden && !includedHiddenTypes.includes(type)) {
            throw new Error(`Unsupported saved object type: '${type}'`);
          }
          await migrate();
        };
        return createRepository(client, check);
      },
    },
  };
}

function createRepository(
  client: Client,
  check: (type: string) => Promise<void>
): SavedObjectsRepository {
  return {
    async create(type, attributes, { references }) {
      await check(type);
      const id = randomUUID();
      await client.index({
        index: INDEX,
        id: `${type}:${id}`,
        op_type: 'create',
        refresh: 'wait_for',
        body: { type, references, updated_at: new Date().toISOString(), [type]: attributes },
      });
      return { id, attributes };
    },
    async find({ type, hasReference, sortField, sortOrder, perPage }) {
      await check(type);
      const term = (field: string, value: string) => ({ term: { [field]: value } });
      const reference = [
        term('references.id', hasReference.id),
        term('references.type', hasReference.type),
      ];
      const { body } = await client.search({
        index: INDEX,
        body: {
          size: perPage,
          track_total_hits: true,
          sort: [{ [`${type}.${sortField}`]: { order: sortOrder, unmapped_type: 'date' } }],
          query: {
            bool: {
              filter: [
                term('type', type),
                { nested: { path: 'references', query: { bool: { must: reference } } } },
              ],
            },
          },
        },
      });
      const { hits } = answerSchema.parse(body);
      return {
        total: hits.total.value,
        saved_objects: hits.hits.map(({ _id: id, _source: source }) => ({
          id: id.slice(type.length + 1),
          attributes: z.record(z.string(), z.unknown()).parse(source[type]),
        })),
      };
    },
  };
}

async function ensureIndex(client: Client, types: readonly SavedObjectsType[]): Promise<void> {
  const keyword = { type: 'keyword' };
  const body = {
    settings: { number_of_replicas: 0 },
    mappings: {
      dynamic: 'strict',
      properties: {
        type: keyword,
        updated_at: { type: 'date' },
        references: { type: 'nested', properties: { name: keyword, type: keyword, id: keyword } },
        ...Object.fromEntries(types.map(({ name, mappings }) => [name, mappings])),
      },
    },
  };
  const { body: exists } = await client.indices.exists({ index: INDEX });
  if (!exists) await client.indices.create({ index: INDEX, body: body as object });
}
