import { fingerprintOf, type FingerprintedReview } from './review_model';

const review: FingerprintedReview = {
  model: {
    id: 'm',
    name: 'minilm',
    version: '1',
    function_name: 'REMOTE',
    state: 'REGISTERED',
    model_group: { id: 'g', name: 'group' },
    created_time: 1,
    last_updated_time: 2,
    last_deployed_time: null,
  },
  model_group: {
    id: 'g',
    name: 'group',
    last_version: false,
    other_versions: 2,
    latest_version: 3,
  },
  dependents: [
    {
      kind: 'ingest_pipeline',
      id: 'p',
      name: 'p',
      references: [
        { path: 'processors[0].a.model_id', enforcement: 'blocks' },
        { path: 'processors[1].b.model_id', enforcement: 'blocks' },
      ],
      impact: [],
    },
    {
      kind: 'agent',
      id: 'a',
      name: 'assistant',
      references: [{ path: 'llm.model_id', enforcement: 'breaks' }],
      impact: [],
    },
  ],
  coverage: [
    { source: 'ingest_pipeline', state: 'read' },
    { source: 'agent', state: 'read' },
  ],
  safe_delete: {
    supported: true,
    enabled: true,
    source: 'persistent',
    transient: null,
    persistent: true,
  },
};
const [pipeline, agent] = review.dependents;
if (!pipeline || !agent) throw new Error('the fixture has two dependents');

const INDEX = { kind: 'index', id: 'docs', name: 'docs', through: 'p' };

describe('fingerprintOf', () => {
  it('is the same whatever order the cluster answers in', () => {
    const other = {
      ...review,
      dependents: [agent, { ...pipeline, references: [...pipeline.references].reverse() }],
      coverage: [...review.coverage].reverse(),
    };
    expect(fingerprintOf(other)).toBe(fingerprintOf(review));
  });

  it('is the same while only names, times and wording differ', () => {
    const other: FingerprintedReview = {
      ...review,
      model: { ...review.model, name: 'renamed', last_updated_time: 3, last_deployed_time: 4 },
      model_group: {
        id: 'g',
        name: 'renamed',
        last_version: false,
        other_versions: 2,
        latest_version: 3,
      },
      safe_delete: { ...review.safe_delete, source: 'transient' },
    };
    expect(fingerprintOf(other)).toBe(fingerprintOf(review));
  });

  it.each<[string, Partial<FingerprintedReview>]>([
    ['a dependent goes', { dependents: [pipeline] }],
    ['a reference goes', { dependents: [{ ...pipeline, references: [] }, agent] }],
    ['the state changes', { model: { ...review.model, state: 'DEPLOYED' } }],
    [
      'it becomes the last version',
      {
        model_group: {
          id: 'g',
          name: 'group',
          last_version: true,
          other_versions: 0,
          latest_version: 3,
        },
      },
    ],
    [
      'a version is registered in its group',
      {
        model_group: {
          id: 'g',
          name: 'group',
          last_version: false,
          other_versions: 2,
          latest_version: 4,
        },
      },
    ],
    ['it leaves its group', { model_group: null }],
    ['another model has its id', { model: { ...review.model, created_time: 9 } }],
    ['an index uses the pipeline', { dependents: [{ ...pipeline, impact: [INDEX] }, agent] }],

    ['safe delete is turned off', { safe_delete: { ...review.safe_delete, enabled: false } }],
    [
      'a source is not read',
      {
        coverage: [
          { source: 'ingest_pipeline', state: 'failed' },
          { source: 'agent', state: 'read' },
        ],
      },
    ],
  ])('is another when %s', (_what, change) => {
    expect(fingerprintOf({ ...review, ...change })).not.toBe(fingerprintOf(review));
  });
});
