import type { Coverage } from '../../common/dependents/coverage';
import type { Dependent } from '../../common/dependents/dependent';
import type { Enforcement } from '../../common/dependents/verdict';
import { conditionsOf } from './conditions';

const READ: Coverage = [{ source: 'agent', state: 'read' }];
const UNREAD: Coverage = [{ source: 'agent', state: 'forbidden', detail: 'no permissions' }];

function used(...enforcements: Enforcement[]): Dependent[] {
  return enforcements.map((enforcement, index) => ({
    kind: 'agent',
    id: String(index),
    name: '',
    references: [{ path: 'x', enforcement }],
    impact: [],
  }));
}

const clear = {
  modelState: 'REGISTERED',
  dependents: [] as Dependent[],
  coverage: READ,
  safeDelete: true as boolean | null,
};

describe('conditionsOf', () => {
  it('lets an unused model go', () => {
    expect(conditionsOf(clear)).toEqual([]);
    expect(conditionsOf({ ...clear, coverage: [{ source: 'workflow', state: 'absent' }] })).toEqual(
      []
    );
  });

  it('never lets one go that ML Commons can’t read, whatever safe delete is', () => {
    for (const safeDelete of [true, false, null]) {
      const [verdict] = conditionsOf({ ...clear, safeDelete, isUnreadable: true });
      expect(verdict).toBe('refused');
    }
  });

  it('tells everything that holds, the first being the verdict', () => {
    expect(
      conditionsOf({
        modelState: 'DEPLOYED',
        dependents: used('breaks', 'blocks'),
        coverage: UNREAD,
        safeDelete: true,
      })
    ).toEqual(['refused', 'undeploy_first', 'incomplete', 'breaks']);
  });

  it('counts what ML Commons would refuse over as breaking while safe delete is off', () => {
    expect(conditionsOf({ ...clear, dependents: used('blocks') })).toEqual(['refused']);
    expect(conditionsOf({ ...clear, dependents: used('blocks'), safeDelete: false })).toEqual([
      'breaks',
    ]);
  });

  it('counts a possible reference as breaking', () => {
    expect(conditionsOf({ ...clear, dependents: used('possible') })).toEqual(['breaks']);
  });

  it('is incomplete while it is not known whether safe delete is on', () => {
    expect(conditionsOf({ ...clear, safeDelete: null })).toEqual(['incomplete']);
    expect(conditionsOf({ ...clear, safeDelete: null, dependents: used('blocks') })).toEqual([
      'incomplete',
      'breaks',
    ]);
  });

  it.each(['DEPLOYED', 'DEPLOYING', 'PARTIALLY_DEPLOYED', 'LOADED', 'LOADING', 'PARTIALLY_LOADED'])(
    'asks to undeploy a model that is %s',
    (modelState) => {
      expect(conditionsOf({ ...clear, modelState })).toEqual(['undeploy_first']);
    }
  );
});
