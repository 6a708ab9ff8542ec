import type { Dependent } from './dependent';
import { originsOf } from './origin';
import type { Review } from './review';

const model = (name: string): Review['model'] => ({
  ...{ id: 'm', name, version: '1', function_name: 'REMOTE', state: 'DEPLOYED', model_group: null },
  ...{ created_time: null, last_updated_time: null, last_deployed_time: null },
});
const dependent = (kind: Dependent['kind'], ...paths: string[]): Dependent => ({
  ...{ kind, id: `of ${kind}`, name: `the ${kind}`, impact: [] },
  references: paths.map((path) => ({ path, enforcement: 'breaks' })),
});

const GENERATED = 'Auto-generated model for planner';

describe('originsOf', () => {
  it.each([
    ['workflow', 'minilm', dependent('workflow', 'x', 'resources_created[2].resource_id')],
    ['agent', GENERATED, dependent('agent', 'llm.model_id')],
  ])('is the %s that has made the model', (kind, name, one) => {
    expect(originsOf({ model: model(name), dependents: [one] })).toEqual([
      { kind, id: `of ${kind}`, name: `the ${kind}` },
    ]);
  });

  it.each([
    ['a workflow that only uses it', 'minilm', dependent('workflow', 'user_inputs.model_id')],
    ['an agent whose model was registered by someone', 'llm', dependent('agent', 'llm.model_id')],
    ['an agent that uses that of another', GENERATED, dependent('agent', 'tools[0].parameters.x')],
    ['a pipeline', GENERATED, dependent('ingest_pipeline', 'resources_created[0].resource_id')],
  ])('is not %s', (_, name, one) => {
    expect(originsOf({ model: model(name), dependents: [one] })).toEqual([]);
  });
});
