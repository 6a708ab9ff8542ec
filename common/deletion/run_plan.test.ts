import fc from 'fast-check';
import type { Dependent } from '../dependents/dependent';
import { conditionsOf, verdictOf } from '../dependents/verdict';
import type { DependentKind } from '../dependents/kinds';
import type { Review } from '../dependents/review';
import type { Enforcement } from '../dependents/verdict';
import { EMPTY_FORM, openConditions } from './consent';
import type { ConsentForm } from './consent';
import type { ConnectorReview } from '../dependents/connector';
import { connectorsToDelete, groupsDeleted, planRun, withConnectors } from './run_plan';

const dependent = (kind: DependentKind, id: string, enforcement: Enforcement): Dependent => ({
  kind,
  id,
  name: id,
  references: [{ path: 'x', enforcement }],
  impact: [],
});
const BREAKS = dependent('index', 'docs', 'breaks');
const BLOCKS = dependent('ingest_pipeline', 'embed', 'blocks');

interface Facts {
  /** The models that use it. */
  users?: string[];
  dependents?: Dependent[];
  state?: string;
  hidden?: boolean;
  group?: string;
  others?: number;
  latest?: number | null;
  connector?: ConnectorReview | null;
}

function review(id: string, facts: Facts = {}): Review {
  const { users = [], dependents = [], state = 'REGISTERED', hidden = false } = facts;
  const { group = `group of ${id}`, others = 0, latest = 3, connector = null } = facts;
  const basis = {
    model: {
      id,
      name: `the ${id}`,
      version: '1',
      function_name: 'REMOTE',
      state,
      model_group: { id: group, name: group },
      is_hidden: hidden,
      created_time: 1,
      last_updated_time: null,
      last_deployed_time: null,
    },
    model_group: {
      id: group,
      name: group,
      last_version: others === 0,
      other_versions: others,
      latest_version: latest,
    },
    connector,
    dependents: [...users.map((user) => dependent('model', user, 'breaks')), ...dependents],
    coverage: [{ source: 'agent' as const, state: 'read' as const }],
    safe_delete: {
      supported: true,
      enabled: true,
      source: 'persistent' as const,
      transient: null,
      persistent: true,
    },
  };
  const conditions = conditionsOf(basis);
  return { ...basis, conditions, verdict: verdictOf(conditions), fingerprint: `of ${id}` };
}

/** The plan of a selection, by ids, on what was entered. */
function planned(
  reviews: Review[],
  forms: Record<string, Partial<ConsentForm>> = {},
  errors: Array<{ model_id: string }> = []
) {
  const plan = planRun({ reviews, errors }, (shown) =>
    openConditions(shown, { ...EMPTY_FORM, ...forms[shown.model.id] })
  );
  return {
    ...plan,
    order: plan.deletes.map(({ shown }) => shown.model.id),
    why: Object.fromEntries(plan.excluded.map((one) => [one.shown.model.id, one.why])),
  };
}

describe('the connectors of a run', () => {
  const connector = (...users: string[]): ConnectorReview => ({
    id: 'c',
    name: 'bedrock',
    users: users.map((id) => ({ kind: 'model', id, name: id })),
    fingerprint: 'of c',
  });

  it('go with the last model of the run that uses them, and only where they were asked for', () => {
    const { deletes } = planned([
      review('a', { connector: connector('b'), users: ['b'] }),
      review('b', { connector: connector('a') }),
      review('c'),
    ]);
    expect(deletes.map(({ connector: one }) => one)).toEqual([null, null, null]);
    expect(connectorsToDelete(deletes)).toEqual(['bedrock']);
    const going = withConnectors(deletes).map(({ shown, connector: one }) => [
      shown.model.id,
      one?.id ?? null,
    ]);
    expect(going).toEqual([
      ['b', null],
      ['c', null],
      ['a', 'c'],
    ]);
  });

  it('stay where a model that is not in the run uses them', () => {
    const { deletes } = planned([
      review('a', { connector: connector('b', 'z') }),
      review('b', { connector: connector('a', 'z') }),
    ]);
    expect(connectorsToDelete(deletes)).toEqual([]);
  });
});

describe('planRun', () => {
  it('deletes what has no conditions, the users of a model before it', () => {
    const { order, deletes, excluded } = planned([
      review('guard', { users: ['user'] }),
      review('user'),
    ]);
    expect(order).toEqual(['user', 'guard']);
    expect(deletes.map((one) => one.users)).toEqual([[], ['user']]);
    expect(excluded).toEqual([]);
  });

  it('shows a model as it is once its users of the run are gone', () => {
    const { deletes } = planned([review('guard', { users: ['user'] }), review('user')]);
    expect(deletes[1]?.shown).toMatchObject({
      dependents: [],
      conditions: [],
      verdict: 'clear',
      // the review that it comes from
      fingerprint: 'of guard',
    });
  });

  it('asks for consent all the same where another model uses it, or something else', () => {
    const reviews = [
      review('guard', { users: ['user', 'other'] }),
      review('embedder', { users: ['user'], dependents: [BREAKS] }),
      review('user'),
    ];
    expect(planned(reviews).why).toEqual({ guard: 'not_accepted', embedder: 'not_accepted' });
    const named = { guard: { typedName: 'the guard' }, embedder: { typedName: 'the embedder' } };
    expect(planned(reviews, named).order).toEqual(['user', 'guard', 'embedder']);
  });

  it('deletes what has conditions once all of them are agreed to, and says which are open', () => {
    const reviews = [review('a', { state: 'DEPLOYED', dependents: [BREAKS] })];
    const open = (form: Partial<ConsentForm>) => planned(reviews, { a: form }).excluded;
    const notAccepted = (...conditions: string[]) => [
      expect.objectContaining({ why: 'not_accepted', conditions }),
    ];
    expect(open({})).toEqual(notAccepted('undeploy_first', 'breaks'));
    expect(open({ undeploy: true })).toEqual(notAccepted('breaks'));
    expect(open({ typedName: 'the a' })).toEqual(notAccepted('undeploy_first'));
    expect(open({ undeploy: true, typedName: ' the a ' })).toEqual([]);
  });

  it('takes what was agreed to for one model for no other', () => {
    const reviews = [review('a', { dependents: [BREAKS] }), review('b', { dependents: [BREAKS] })];
    expect(planned(reviews, { b: { typedName: 'the a' } }).order).toEqual([]);
    expect(planned(reviews, { b: { typedName: 'the b' } }).order).toEqual(['b']);
  });

  it('has no consent to what ML Commons refuses', () => {
    const reviews = [review('a', { dependents: [BLOCKS, BREAKS] })];
    expect(planned(reviews, { a: { typedName: 'the a' } }).why).toEqual({ a: 'refused' });
  });

  it('excludes what guards a model that is not deleted, to the end', () => {
    const reviews = [
      review('user', { dependents: [BREAKS] }),
      review('guard', { users: ['user'] }),
      review('of the guard', { users: ['guard'] }),
      review('free'),
    ];
    const { order, why } = planned(reviews);
    expect(order).toEqual(['free']);
    expect(why).toEqual({
      user: 'not_accepted',
      guard: 'user_stays',
      'of the guard': 'user_stays',
    });
    expect(new Set(planned(reviews, { user: { typedName: 'the user' } }).order).size).toBe(4);
  });

  it('excludes what guards a model that could not be reviewed', () => {
    const { excluded } = planned([review('guard', { users: ['private'] })], {}, [
      { model_id: 'private' },
    ]);
    expect(excluded).toMatchObject([{ why: 'user_stays', modelIds: ['private'] }]);
  });

  it('names the models of a circle, and what waits for one of them', () => {
    const { order, excluded, why } = planned([
      review('a', { users: ['b'] }),
      review('b', { users: ['c'] }),
      review('c', { users: ['a'] }),
      review('guard', { users: ['c', 'free'] }),
      review('free'),
      review('last', { users: ['guard'] }),
    ]);
    expect(order).toEqual(['free']);
    expect(why).toEqual({
      a: 'cycle',
      b: 'cycle',
      c: 'cycle',
      guard: 'user_stays',
      last: 'user_stays',
    });
    for (const one of excluded) {
      if (one.why === 'cycle') expect([...one.modelIds].sort()).toEqual(['a', 'b', 'c']);
      if (one.why === 'user_stays') {
        expect(one.modelIds).toEqual([one.shown.model.id === 'guard' ? 'c' : 'guard']);
      }
    }
  });

  it('orders a chain as long as a run can be', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `m${index}`);
    const chain = ids.map((id, index) => review(id, { users: ids.slice(index + 1, index + 2) }));
    expect(planned(chain).order).toEqual([...ids].reverse());
  });

  it('deletes exactly what waits for no circle and no stranger, each after all that it waits for', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const drawnUsers = fc.uniqueArray(fc.constantFrom(...names, 'stranger'), { maxLength: 3 });
    const drawnUse = fc.record(Object.fromEntries(names.map((name) => [name, drawnUsers])));
    fc.assert(
      fc.property(drawnUse, (drawn) => {
        // no model guards itself
        const users = (id: string) => (drawn[id] ?? []).filter((one) => one !== id);
        const allUsers = (id: string) => {
          const reached = new Set(users(id));
          for (const one of reached) users(one).forEach((other) => reached.add(other));
          return reached;
        };
        const reviews = names.map((id) => review(id, { users: users(id) }));
        const { order, why } = planned(reviews, {}, [{ model_id: 'stranger' }]);
        for (const id of names) {
          const all = allUsers(id);
          const can = [...all].every((one) => one !== 'stranger' && !allUsers(one).has(one));
          expect(order.includes(id)).toBe(can && !all.has(id));
          expect(id in why).toBe(!order.includes(id));
          expect(why[id] === 'cycle').toBe(all.has(id));
          const before = order.slice(0, order.indexOf(id));
          if (order.includes(id)) expect(before).toEqual(expect.arrayContaining(users(id)));
        }
      })
    );
  });
});

describe('groupsDeleted', () => {
  it('names the groups that lose their last version in the run', () => {
    const { deletes } = planned([
      review('a1', { group: 'a', others: 1 }),
      review('b1', { group: 'b', others: 1 }),
      review('a2', { group: 'a', others: 1 }),
      review('c1', { group: 'c' }),
      // ML Commons' searches count no hidden version
      review('d1', { group: 'd', others: 1, hidden: true }),
      review('d2', { group: 'd', others: 1, hidden: true }),
      // it couldn’t be read, and stays
      review('e1', { group: 'e', latest: null }),
    ]);
    expect(groupsDeleted(deletes)).toEqual(['a', 'c']);
    expect(deletes.map(({ shown }) => shown.model_group?.last_version)).toEqual([
      true,
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it('names no group of which a version is not deleted', () => {
    const { deletes } = planned([
      review('a1', { group: 'a', others: 1 }),
      review('a2', { group: 'a', others: 1, dependents: [BREAKS] }),
    ]);
    expect(groupsDeleted(deletes)).toEqual([]);
  });
});
