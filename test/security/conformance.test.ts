import type { Review } from '../../common/dependents/review';
import { notChecked } from '../../common/dependents/verdict';
import { environment } from '../cluster/environment';
import { makeConnector, makeGroup, removeFixtures, uniqueName } from '../cluster/fixtures';
import { ask, tell } from '../cluster/opensearch';
import { call, send } from '../cluster/plugin_api';
import { concurrently } from '../conformance/concurrently';
import type { Made, Models, Shape } from '../conformance/shape';
import { representativesOf, shapesOf } from '../conformance/shapes';
import { as, type UserName } from './users';

/** The models' owner and another team, who may read everything that isn't filtered, and the admin. */
const USERS = ['ann', 'bob', 'admin'] as const satisfies UserName[];
type User = (typeof USERS)[number];
const OTHERS = ['ann', 'bob'] as const;

const LANES = 4;
const STEM = uniqueName('sight');

interface Case {
  name: string;
  modelId: string;
  reviews: Map<User, Review>;
}

const made: Made[] = [];
const figures = { cases: 0, reviews: 0, clear: 0, lists: 0, deletes: 0 };

/** A user's models, in groups that nobody else has access to, or everybody. */
async function makeModelsOf(user: User, connectorId: string, access?: 'public') {
  const groupId = await makeGroup(uniqueName('group'), {
    ...(access && { access }),
    ...as(user),
  });
  let turn: Promise<unknown> = Promise.resolve();
  const ids: string[] = [];
  const register: Models['register'] = async (fields = {}) => {
    // versions of one group are registered one after the other
    const registered = turn.then(() =>
      tell(
        'POST',
        '/_plugins/_ml/models/_register',
        {
          name: `${STEM}-${user}`,
          function_name: 'remote',
          model_group_id: groupId,
          connector_id: connectorId,
          ...fields,
        },
        as(user).authorization
      )
    );
    turn = registered.catch(() => {});
    const id = String((await registered).model_id);
    ids.push(id);
    return id;
  };
  const remove = async () => {
    for (const id of ids) await ask('DELETE', `/_plugins/_ml/models/${id}`);
  };
  return { register, spare: () => register(), remove };
}

async function make(shape: Shape | null, modelId: string, models: Models): Promise<void> {
  if (shape !== null) made.push(await shape.make(modelId, models));
}

async function reviewAll(cases: readonly Omit<Case, 'reviews'>[]): Promise<Case[]> {
  return concurrently(cases, LANES, async (one) => {
    const reviews = new Map<User, Review>();
    for (const user of USERS) {
      const { status, body } = await send(
        'reviewModel',
        { params: { model_id: one.modelId } },
        as(user)
      );
      // who has no access to the model has no review
      if (status === 200) reviews.set(user, body as Review);
      else if (status !== 403) throw new Error(`${user}: ${status} ${JSON.stringify(body)}`);
    }
    figures.cases += 1;
    figures.reviews += reviews.size;
    return { ...one, reviews };
  });
}

const verdictOf = ({ reviews }: Case, user: User) => reviews.get(user)?.verdict;

/** Every case in which somebody is told less than the admin, in words. */
async function misled(cases: readonly Case[]): Promise<string[]> {
  const wrong: string[] = [];
  const inUse = cases.filter((one) => verdictOf(one, 'admin') !== 'clear');
  for (const user of OTHERS) {
    for (const one of inUse) {
      if (verdictOf(one, user) === 'clear') wrong.push(`${one.name}: clear to ${user}`);
    }
    figures.clear += cases.filter((one) => verdictOf(one, user) === 'clear').length;
    const query = { search: STEM, usage: ['unused' as const], size: 1_000 };
    const { models } = await call('listModels', { query }, as(user));
    figures.lists += 1;
    const unused = new Set(models.map(({ id }) => id));
    for (const one of inUse) {
      if (unused.has(one.modelId)) wrong.push(`${one.name}: unused to ${user}`);
    }
    await concurrently(inUse, LANES, async (one) => {
      const fingerprint = one.reviews.get(user)?.fingerprint;
      if (fingerprint === undefined) return;
      const request = { params: { model_id: one.modelId }, query: { fingerprint } };
      const { status } = await send('deleteModel', request, as(user));
      figures.deletes += 1;
      if (status !== 409) wrong.push(`${one.name}: the delete of ${user} is answered ${status}`);
    });
  }
  return wrong;
}

/** Nobody who signs in with a password may write a task, and no remote service is there to make one. */
const shapes = representativesOf(shapesOf(environment().opensearchVersion)).filter(
  ({ kind }) => kind !== 'task'
);
const guards = shapesOf(environment().opensearchVersion).filter(({ kind }) => kind === 'model');
const removals: Array<() => Promise<void>> = [];

afterAll(async () => {
  await concurrently(made, LANES, (one) => one.remove());
  for (const remove of removals) await remove();
  await removeFixtures();
  const { cases, reviews, clear, lists, deletes } = figures;
  process.stdout.write(
    `conformance with three users: ${cases} cases, ${reviews} reviews of which ${clear} clear to ` +
      `who is no admin, ${lists} lists, ${deletes} deletes\n`
  );
});

describe('what each user is told of a model, and what the admin is', () => {
  it('agrees while everybody may list every model, and misleads nobody once they may not', async () => {
    const connectorId = await makeConnector();
    const modelsOf = async (user: User, access?: 'public') => {
      const models = await makeModelsOf(user, connectorId, access);
      removals.unshift(models.remove);
      return models;
    };
    const shared = await modelsOf('ann', 'public');
    const cases: Array<Omit<Case, 'reviews'>> = [];
    const add = async (name: string, owner: Models, shape: Shape | null, maker: Models) => {
      const modelId = await owner.register();
      await make(shape, modelId, maker);
      cases.push({ name, modelId });
    };

    for (const shape of [null, ...shapes]) {
      await add(`${shape?.id ?? 'no use'}, shared`, shared, shape, shared);
    }
    const inSight = await reviewAll(cases);
    for (const one of inSight) {
      for (const user of OTHERS) {
        expect([one.name, user, notChecked(one.reviews.get(user)?.coverage ?? [])]).toEqual([
          one.name,
          user,
          [],
        ]);
        expect([one.name, user, verdictOf(one, user)]).toEqual([
          one.name,
          user,
          verdictOf(one, 'admin'),
        ]);
      }
    }
    expect(await misled(inSight)).toEqual([]);

    const own = await modelsOf('ann');
    await add('no use, own', own, null, own);
    for (const maker of USERS) {
      const models = await modelsOf(maker);
      for (const shape of guards) {
        await add(`${shape.id} of ${maker}, shared`, shared, shape, models);
        await add(`${shape.id} of ${maker}, own`, own, shape, models);
      }
    }
    for (const shape of shapes) await add(`${shape.id}, own`, own, shape, own);
    const all = await reviewAll(cases);
    expect(await misled(all)).toEqual([]);
    // some of it is filtered: else nothing was tried
    expect(all.filter((one) => verdictOf(one, 'ann') === 'incomplete')).not.toEqual([]);
    expect(all.filter((one) => verdictOf(one, 'admin') === 'clear')).toHaveLength(2);
  });
});
