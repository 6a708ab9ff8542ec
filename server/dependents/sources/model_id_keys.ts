/** Keys by which processors, tools and agents call for a model: `model_id`, `llm_id`, `x_model_id`. */
const MODEL_ID_KEY = /(^|_)(model|llm)_id$/;

export function namesModelId(key: string | undefined): boolean {
  return key !== undefined && MODEL_ID_KEY.test(key);
}
