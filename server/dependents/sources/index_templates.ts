import type { StoredDocument } from '../../cluster';
import { readComponentTemplates, readIndexTemplates, readLegacyTemplates } from '../../cluster';
import { nearestKey } from '../place';
import type { Resource, Source } from '../source';
import { stored, underModelIdKey } from './stored_resources';

/** Ids of the other two kinds of templates, whose names may be those of composable ones. */
export const COMPONENT_PREFIX = '_component_template/';
const LEGACY_PREFIX = '_template/';

function prefixed(prefix: string, documents: readonly StoredDocument[]): Resource[] {
  return stored(documents).map((one) => ({ ...one, id: prefix + one.id }));
}

/** Names of other things, which may be spelled as a custom id is. */
const OTHER_NAMES: ReadonlySet<string | undefined> = new Set([
  'default_pipeline',
  'final_pipeline',
  'index_patterns',
  'composed_of',
]);

/** Templates of indexes to come, of all three kinds. */
export const indexTemplates: Source = {
  kind: 'index_template',
  async read(cluster) {
    const [composable, components, legacy] = await Promise.all([
      readIndexTemplates(cluster),
      readComponentTemplates(cluster),
      readLegacyTemplates(cluster),
    ]);
    return [
      ...stored(composable),
      ...prefixed(COMPONENT_PREFIX, components),
      ...prefixed(LEGACY_PREFIX, legacy),
    ];
  },
  expectsModelId: underModelIdKey,
  ignores: (place) => OTHER_NAMES.has(nearestKey(place)),
};
