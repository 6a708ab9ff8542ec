import type { JsonRecord } from '../../cluster/json';
import { nearestKey, type JsonPath } from '../json_path';

/** Keys by which processors, tools and agents call for a model: `model_id`, `llm_id`, `x_model_id`. */
const MODEL_ID_KEY = /(^|_)(model|llm)_id$/;

/** Whether the key that a place stands under calls for a model. */
export function underModelIdKey(place: JsonPath): boolean {
  const key = nearestKey(place);
  return key !== undefined && MODEL_ID_KEY.test(key);
}

/** A semantic field calls for its models by `model_id` and `search_model_id` (neural-search). */
export function isOfSemanticField(place: JsonPath, holder?: JsonRecord): boolean {
  return holder?.type === 'semantic' && underModelIdKey(place);
}

/** The model of a vector field is one that k-NN has trained itself, no model of ML Commons. */
export function isOfVectorField(place: JsonPath, holder?: JsonRecord): boolean {
  return holder?.type === 'knn_vector' && nearestKey(place) === 'model_id';
}

/** Whether a field of a type that we know nothing of has a model's id under such a key. */
export function isOfUnknownField(place: JsonPath, holder?: JsonRecord): boolean {
  return typeof holder?.type === 'string' && holder.type !== 'semantic' && underModelIdKey(place);
}
