import { tell } from './opensearch';

/** Has a model call for others before and after it answers. */
export async function guard(modelId: string, ...guards: string[]): Promise<void> {
  const [input, output] = guards.map((id) => ({
    model_id: id,
    response_filter: '$.label',
    response_validation_regex: '^accept$',
  }));
  await tell('PUT', `/_plugins/_ml/models/${modelId}`, {
    guardrails: { type: 'model', input_guardrail: input, output_guardrail: output },
  });
  // ML Commons 2.19 finds what was changed only at the next refresh, up to 1 s later
  await tell('POST', '/.plugins-ml-model/_refresh');
}
