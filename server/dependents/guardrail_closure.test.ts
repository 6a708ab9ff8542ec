import { guardrailClosure } from './guardrail_closure';

function guarded(id: string, ...guards: string[]) {
  const [input, output] = guards.map((modelId) => ({ model_id: modelId }));
  return { id, source: { guardrails: { input_guardrail: input, output_guardrail: output } } };
}

describe('guardrailClosure', () => {
  it('has the models, and all that stop with them, to the end of a chain and round a cycle', () => {
    const models = [
      guarded('b', 'a', 'a'),
      guarded('c', 'b'),
      guarded('d', 'x', 'c'),
      guarded('x', 'd'),
      guarded('other', 'another'),
    ];
    expect([...guardrailClosure(['a'], models)]).toEqual(['a', 'b', 'c', 'd', 'x']);
    expect([...guardrailClosure(['another', 'no-such'], models)]).toEqual([
      'another',
      'no-such',
      'other',
    ]);
  });

  it('has every one of many models that one guards, or that guard one another', () => {
    const many = Array.from({ length: 30_000 }, (_, at) => at);
    const ofOne = many.map((at) => guarded(`m${at}`, 'guard', 'guard'));
    expect(guardrailClosure(['guard'], ofOne).size).toBe(many.length + 1);
    const chain = many.map((at) => guarded(`m${at + 1}`, `m${at}`));
    expect(guardrailClosure(['m0'], chain).size).toBe(many.length + 1);
  });
});
