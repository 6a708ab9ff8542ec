import type { Dependent } from '../dependents/dependent';
import type { Review } from '../dependents/review';
import { hasNewConsequences } from './consent';

const pipeline: Dependent = {
  kind: 'ingest_pipeline',
  id: 'p',
  name: 'p',
  references: [
    { path: 'processors[0].a.model_id', enforcement: 'breaks' },
    { path: 'processors[1].b.text', enforcement: 'possible' },
  ],
  impact: [{ kind: 'index', id: 'docs', name: 'docs', through: 'p' }],
};
const agent: Dependent = {
  kind: 'agent',
  id: 'a',
  name: 'assistant',
  references: [{ path: 'llm.model_id', enforcement: 'breaks' }],
  impact: [],
};
const safeDelete: Review['safe_delete'] = {
  supported: true,
  enabled: true,
  source: 'persistent',
  transient: null,
  persistent: true,
};
const shown: Review = {
  model: {
    id: 'm',
    name: 'minilm',
    version: '1',
    function_name: 'REMOTE',
    state: 'DEPLOYED',
    model_group: { id: 'g', name: 'group' },
    created_time: 1,
    last_updated_time: 2,
    last_deployed_time: null,
  },
  model_group: { id: 'g', name: 'group', last_version: true, other_versions: 0, latest_version: 3 },
  connector: null,
  dependents: [pipeline, agent],
  coverage: [
    { source: 'ingest_pipeline', state: 'read' },
    { source: 'agent', state: 'forbidden' },
  ],
  safe_delete: safeDelete,
  verdict: 'undeploy_first',
  conditions: ['undeploy_first', 'incomplete', 'breaks'],
  fingerprint: 'x',
};
const inState = (state: string) => ({ ...shown.model, state });
const group = (over: Partial<NonNullable<Review['model_group']>>) => ({
  model_group: {
    id: 'g',
    name: 'group',
    last_version: true,
    other_versions: 0,
    latest_version: 3,
    ...over,
  },
});
const coverage = (...states: Array<Review['coverage'][number]['state']>) => ({
  coverage: shown.coverage.map((one, at) => ({ ...one, state: states[at] ?? one.state })),
});

describe('hasNewConsequences', () => {
  it.each<[string, Partial<Review>]>([
    ['nothing changed', {}],
    ['the order is another', { dependents: [agent, pipeline] }],
    ['a dependent went', { dependents: [agent], conditions: ['undeploy_first'] }],
    [
      'a reference went',
      { dependents: [{ ...pipeline, references: pipeline.references.slice(1) }, agent] },
    ],
    ['an index behind it went', { dependents: [{ ...pipeline, impact: [] }, agent] }],
    ['a gap is read now', { ...coverage('read', 'read'), conditions: ['undeploy_first'] }],
    ['a feature is gone', coverage('absent')],
    ['it was undeployed', { model: inState('UNDEPLOYED'), conditions: [] }],
    ['a node lost it', { model: inState('PARTIALLY_DEPLOYED') }],
    ['it was updated', { model: { ...shown.model, last_updated_time: 9 } }],
    ['it has no group any more', { model_group: null }],
    [
      'its group has another version now, and stays',
      group({ last_version: false, other_versions: 1, latest_version: 4 }),
    ],
    ['its group is called otherwise', group({ name: 'renamed' })],
  ])('finds none where %s', (_what, change) => {
    expect(hasNewConsequences(shown, { ...shown, ...change, fingerprint: 'y' })).toBe(false);
  });

  it.each<[string, Partial<Review>]>([
    ['a dependent came', { dependents: [...shown.dependents, { ...agent, id: 'b' }] }],
    [
      'a reference came',
      {
        dependents: [
          pipeline,
          { ...agent, references: [{ path: 'tools[0].x', enforcement: 'breaks' }] },
        ],
      },
    ],
    [
      'a reference is surer',
      {
        dependents: [
          {
            ...pipeline,
            references: pipeline.references.map((one) => ({ ...one, enforcement: 'breaks' })),
          },
          agent,
        ],
      },
    ],
    [
      'an index came behind the agent',
      { dependents: [pipeline, { ...agent, impact: pipeline.impact }] },
    ],
    ['a source is not read', coverage('failed')],
    ['another gap is there', coverage('read', 'partial')],
    ['a source is missing', { coverage: shown.coverage.slice(1) }],
    ['another model has the id', { model: { ...shown.model, created_time: 9 } }],
    ['it is registered anew', { model: inState('REGISTERED') }],
    ['its group is another', group({ id: 'h' })],
    ['a version is registered in a group that goes', group({ latest_version: 4 })],
    ['safe delete is off', { safe_delete: { ...safeDelete, enabled: false } }],
    ['nobody knows about safe delete', { safe_delete: { ...safeDelete, enabled: null } }],
    ['ML Commons refuses', { conditions: ['refused', ...shown.conditions] }],
  ])('finds them where %s', (_what, change) => {
    expect(hasNewConsequences(shown, { ...shown, ...change, fingerprint: 'y' })).toBe(true);
  });

  it('counts a group that goes now, and a model that is deployed now', () => {
    const before = { ...shown, ...group({ last_version: false }) };
    expect(hasNewConsequences(before, shown)).toBe(true);
    expect(
      hasNewConsequences(before, {
        ...before,
        ...group({ last_version: false, latest_version: 4 }),
      })
    ).toBe(false);
    const undeployed = { ...shown, model: inState('UNDEPLOYED') };
    expect(hasNewConsequences(undeployed, shown)).toBe(true);
    expect(hasNewConsequences(undeployed, { ...shown, model: inState('DEPLOY_FAILED') })).toBe(
      false
    );
  });
});
