import { readIndexes } from '../../cluster';
import { callsOfSettings } from '../calls';
import type { Source } from '../source';
import { isOfSemanticField, isOfUnknownField, isOfVectorField } from './model_id_keys';

/** Indexes: semantic fields call for `model_id` and `search_model_id` in the mapping. */
export const indexes: Source = {
  kind: 'index',
  read: readIndexes,
  expectsModelId: isOfSemanticField,
  isDoubtful: isOfUnknownField,
  // names of pipelines and aliases, which may be spelled as a custom id is
  ignores: (place, holder) => place[0] !== 'mappings' || isOfVectorField(place, holder),
  calls: (definition) => callsOfSettings(definition, 'settings'),
  aliases: ({ aliases }) => (Array.isArray(aliases) ? aliases.map(String) : []),
};
