import { makeConnector, makeGroup } from '../cluster/fixtures';
import { tell } from '../cluster/opensearch';
import { concurrently } from './concurrently';
import { remove } from './raw';
import type { Models } from './shape';

/** Versions of one group are registered one after the other; groups don't mind each other. */
const GROUPS = 6;

/** Semantic fields take no model whose vectors they don't know. */
const EMBEDDING = {
  model_type: 'TEXT_EMBEDDING',
  embedding_dimension: 4,
  framework_type: 'SENTENCE_TRANSFORMERS',
  all_config: '{}',
  additional_config: { space_type: 'l2' },
};

/** Registered remote models, cheap and many. */
export interface ModelPool extends Models {
  /** Registers this many. */
  prepare(count: number): Promise<string[]>;
  /** Deletes all that are left; what uses them has to be gone. */
  empty(): Promise<void>;
}

/** Their groups and their connector go with `removeFixtures`. */
export async function makeModelPool(): Promise<ModelPool> {
  const connectorId = await makeConnector();
  const groups: string[] = [];
  for (let index = 0; index < GROUPS; index += 1) groups.push(await makeGroup());
  const turns = new Map<string, Promise<unknown>>();
  const registered: string[] = [];

  const register: Models['register'] = async (fields = {}) => {
    const groupId = groups[registered.length % GROUPS] ?? '';
    const at = registered.push('') - 1;
    const turn = (turns.get(groupId) ?? Promise.resolve()).then(() =>
      tell('POST', '/_plugins/_ml/models/_register', {
        name: `conformance-${at}`,
        function_name: 'remote',
        model_group_id: groupId,
        connector_id: connectorId,
        model_config: EMBEDDING,
        ...fields,
      })
    );
    turns.set(
      groupId,
      turn.catch(() => {})
    );
    const id = String((await turn).model_id);
    registered[at] = id;
    return id;
  };

  let spare: Promise<string> | undefined;
  return {
    register,
    spare: () => (spare ??= register()),
    prepare: (count) => concurrently(Array.from({ length: count }), GROUPS, () => register()),
    async empty() {
      const left = registered.splice(0).filter((id) => id !== '');
      await concurrently(left, GROUPS, (id) => remove(`/_plugins/_ml/models/${id}`));
    },
  };
}
