import { nearestKey, type Place } from '../place';

/** Keys by which processors, tools and agents call for a model: `model_id`, `llm_id`, `x_model_id`. */
const MODEL_ID_KEY = /(^|_)(model|llm)_id$/;

/** Whether the key that a place stands under calls for a model. */
export function underModelIdKey(place: Place): boolean {
  const key = nearestKey(place);
  return key !== undefined && MODEL_ID_KEY.test(key);
}
