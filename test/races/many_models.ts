import { makeModel } from '../cluster/fixtures';
import { tell, type Json } from '../cluster/opensearch';
import type { Models } from '../conformance/shape';

const INDEX = '/.plugins-ml-model';

/** Models of one group, as many as are asked for. */
export interface ManyModels {
  copy(count: number): Promise<string[]>;
  /** Removes those that are left. */
  remove(): Promise<void>;
}

/**
 * Copies of a registered model, since registering takes a tenth of a second each. The original is
 * left alone, so that none of them is the last version of their group.
 */
export async function makeManyModels(): Promise<ManyModels> {
  const { id: original } = await makeModel();
  const { _source: source } = await tell('GET', `${INDEX}/_doc/${original}`);
  const copies: string[] = [];
  return {
    async copy(count) {
      const ids = Array.from({ length: count }, (_, at) => `${original}-${copies.length + at}`);
      copies.push(...ids);
      const lines = ids.flatMap((id) => [{ index: { _id: id } }, source as Json]);
      const bulk = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const { errors } = await tell('POST', `${INDEX}/_bulk?refresh=true`, bulk);
      if (errors !== false) throw new Error('The models could not be copied.');
      return ids;
    },
    async remove() {
      const path = `${INDEX}/_delete_by_query?refresh=true&conflicts=proceed`;
      await tell('POST', path, { query: { ids: { values: copies } } });
    },
  };
}

/** For shapes that take no second model. */
export const NO_MODELS: Models = {
  register: () => Promise.reject(new Error('There are no further models.')),
  spare: () => Promise.reject(new Error('There is no spare model.')),
};
