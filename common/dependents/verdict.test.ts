import type { Model } from '../models/model';
import type { ConditionBasis } from './verdict';
import { conditionsOf, effectOn } from './verdict';
import type { Dependent } from './dependent';
import type { Enforcement } from './verdict';

function used(...enforcements: Enforcement[]): Dependent[] {
  return enforcements.map((enforcement, index) => ({
    kind: 'agent',
    id: String(index),
    name: '',
    references: [{ path: 'x', enforcement }],
    impact: [],
  }));
}

const inState = (state: string): Model => ({
  id: 'm',
  name: 'minilm',
  version: '1',
  function_name: 'REMOTE',
  state,
  model_group: null,
  created_time: 1,
  last_updated_time: null,
  last_deployed_time: null,
});
const safeDelete = (enabled: boolean | null) => ({
  safe_delete: {
    supported: true,
    enabled,
    source: 'persistent' as const,
    transient: null,
    persistent: enabled,
  },
});
const clear: ConditionBasis = {
  model: inState('REGISTERED'),
  dependents: [],
  coverage: [{ source: 'agent', state: 'read' }],
  ...safeDelete(true),
};

describe('conditionsOf', () => {
  it('finds none for an unused model', () => {
    expect(conditionsOf(clear)).toEqual([]);
    expect(conditionsOf({ ...clear, coverage: [{ source: 'workflow', state: 'absent' }] })).toEqual(
      []
    );
  });

  it('has one refused that ML Commons can’t read, whatever safe delete is', () => {
    for (const enabled of [true, false, null]) {
      const [verdict] = conditionsOf({ ...clear, ...safeDelete(enabled), unreadable: 'no field' });
      expect(verdict).toBe('refused');
    }
  });

  it('gives everything that holds, the first being the verdict', () => {
    expect(
      conditionsOf({
        ...clear,
        model: inState('DEPLOYED'),
        dependents: used('breaks', 'blocks'),
        coverage: [{ source: 'agent', state: 'forbidden', detail: 'no permissions' }],
      })
    ).toEqual(['refused', 'undeploy_first', 'incomplete', 'breaks']);
  });

  it('counts what ML Commons would refuse over as breaking while safe delete is off', () => {
    const dependents = used('blocks');
    expect(conditionsOf({ ...clear, dependents })).toEqual(['refused']);
    expect(conditionsOf({ ...clear, dependents, ...safeDelete(false) })).toEqual(['breaks']);
  });

  it('counts a possible reference as breaking', () => {
    expect(conditionsOf({ ...clear, dependents: used('possible') })).toEqual(['breaks']);
  });

  it('is incomplete while it is not known whether safe delete is on', () => {
    const unknown = { ...clear, ...safeDelete(null) };
    expect(conditionsOf(unknown)).toEqual(['incomplete']);
    expect(conditionsOf({ ...unknown, dependents: used('blocks') })).toEqual([
      'incomplete',
      'breaks',
    ]);
  });

  it.each(['DEPLOYED', 'DEPLOYING', 'PARTIALLY_DEPLOYED', 'LOADED', 'LOADING', 'PARTIALLY_LOADED'])(
    'asks to undeploy a model that is %s',
    (state) => {
      expect(conditionsOf({ ...clear, model: inState(state) })).toEqual(['undeploy_first']);
    }
  );
});

describe('effectOn', () => {
  const effect = (enforcements: Enforcement[], enabled: boolean | null, unreadable?: string) => {
    const references = enforcements.map((enforcement) => ({ path: 'x', enforcement }));
    return effectOn({ references }, { ...safeDelete(enabled), unreadable });
  };

  it('is that of the strongest reference while safe delete is on', () => {
    expect(effect(['possible', 'blocks', 'breaks'], true)).toBe('blocks');
    expect(effect(['possible', 'breaks'], true)).toBe('breaks');
    expect(effect(['possible'], true)).toBe('possible');
    expect(effect([], true)).toBe('possible');
  });

  it.each([false, null])('blocks nothing where safe delete is %s', (enabled) => {
    expect(effect(['blocks', 'possible'], enabled)).toBe('breaks');
    expect(effect(['breaks'], enabled)).toBe('breaks');
    expect(effect(['possible'], enabled)).toBe('possible');
  });

  it('blocks nothing over a model that ML Commons can’t read', () => {
    expect(effect(['blocks'], true, 'no field')).toBe('breaks');
    expect(effect(['possible'], true, 'no field')).toBe('possible');
  });
});
