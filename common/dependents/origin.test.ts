import type { Dependent } from './dependent';
import { madeByContainers, meantForAnother, originsOf } from './origin';
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

describe('meantForAnother', () => {
  const registered = { ...model('minilm'), id: 'minilm', created_time: 2_000 };
  const updated = (at: number | undefined, of: Dependent): Dependent => ({
    ...of,
    ...(at !== undefined && { last_updated_time: at }),
  });
  const agent = dependent('agent', 'llm.model_id');
  const mention: Dependent = {
    ...agent,
    references: [{ path: 'description', enforcement: 'possible' }],
  };
  const GENERATED_ID = 'RuxnSYIBKl6xICnkTmeZ';

  it.each([
    ['has had the ID since before', 'minilm', updated(1_000, agent), 1],
    ['was changed since', 'minilm', updated(3_000, agent), 0],
    ['has no time', 'minilm', updated(undefined, agent), 0],
    ['only mentions it', 'minilm', updated(1_000, mention), 0],
    ['has an ID that ML Commons never gives again', GENERATED_ID, updated(1_000, agent), 0],
  ])('a dependent that %s', (_, id, one, count) => {
    const review = { model: { ...registered, id }, dependents: [one] };
    expect(meantForAnother(review)).toHaveLength(count);
  });

  it('knows nothing of a model without a time', () => {
    const review = {
      model: { ...registered, created_time: null },
      dependents: [updated(1, agent)],
    };
    expect(meantForAnother(review)).toEqual([]);
  });
});

describe('madeByContainers', () => {
  const NAME = '.plugins-ml-am-default-memory-long-term-embedding';
  const pipeline = { ...dependent('ingest_pipeline', 'processors[0]'), id: NAME };
  const container = dependent('memory_container', 'configuration.embedding_model_id');

  it('is the pipeline by which a container embeds, where there is one', () => {
    expect(madeByContainers({ dependents: [pipeline, container] })).toEqual([pipeline]);
    expect(madeByContainers({ dependents: [pipeline] })).toEqual([]);
    const own = { ...pipeline, id: 'my-embedding' };
    expect(madeByContainers({ dependents: [own, container] })).toEqual([]);
  });
});
