import type { Cluster, ClusterRequest } from './cluster';
import { ClusterError } from './errors';
import { mayHideModels, readLimits } from './limits';

const AUTHINFO = '/_plugins/_security/authinfo';
const SETTINGS = '/_cluster/settings';
const STATS = '/_plugins/_ml/stats/ml_model_count';
const SEARCH = '/_plugins/_ml/models/_search';

const NO_HANDLER = new ClusterError('rejected', `no handler found for uri [${AUTHINFO}]`, 400);
const REFUSED = new ClusterError('forbidden', 'no permissions for […]', 403);
const BROKEN = new ClusterError('rejected', 'Internal error', 500);

const ordinary = { user_name: 'ann', roles: ['ml_full_access', 'own_index'] };
const admin = { user_name: 'admin', roles: ['own_index', 'all_access'] };
const release = (number: string) => ({ version: { number } });

/** A cluster with one answer for each path; what it wasn't told it doesn't have. */
function clusterWith(answers: Record<string, unknown>) {
  const sent: string[] = [];
  const cluster: Cluster = {
    async request({ path }: ClusterRequest) {
      sent.push(path);
      const answer = answers[path] ?? NO_HANDLER;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    readStream: () => Promise.reject(new Error('not read')),
  };
  return { cluster, sent };
}

const limitsWith = (answers: Record<string, unknown>) => readLimits(clusterWith(answers).cluster);

function settings(values: {
  models?: string;
  workflows?: string;
  monitors?: string;
  sharing?: string;
}) {
  const { models, workflows, monitors, sharing } = values;
  return {
    persistent: { plugins: { ml_commons: { model_access_control_enabled: models } } },
    defaults: {
      plugins: {
        flow_framework: { filter_by_backend_roles: workflows },
        alerting: { filter_by_backend_roles: monitors },
        ...(sharing !== undefined && {
          security: { experimental: { resource_sharing: { enabled: sharing } } },
        }),
      },
    },
  };
}

const named = (limits: Awaited<ReturnType<typeof readLimits>>) =>
  Object.entries(limits)
    .filter(([, isLimited]) => isLimited)
    .map(([name]) => name);

const ALL = ['models', 'sharing', 'memoryContainers', 'workflows', 'monitors', 'indexes'];

describe('readLimits', () => {
  it('has none, and asks no more, where nobody signs in', async () => {
    const { cluster, sent } = clusterWith({});
    expect(named(await readLimits(cluster))).toEqual([]);
    expect(sent).toEqual([AUTHINFO]);
  });

  it.each([
    ['the user can not be read', { [AUTHINFO]: BROKEN, [SETTINGS]: settings({}) }],
    ['who it is is refused', { [AUTHINFO]: REFUSED, [SETTINGS]: settings({}) }],
    ['the user has no roles in the answer', { [AUTHINFO]: {}, [SETTINGS]: settings({}) }],
    ['the settings are refused', { [AUTHINFO]: ordinary, [SETTINGS]: REFUSED }],
    ["the admin's settings can not be read", { [AUTHINFO]: admin, [SETTINGS]: BROKEN }],
  ])('has all where %s', async (_name, answers) => {
    expect(named(await limitsWith(answers))).toEqual(ALL);
  });

  it('has none for the admin, whatever is filtered', async () => {
    const filtered = settings({ models: 'true', workflows: 'true', monitors: 'true' });
    expect(named(await limitsWith({ [AUTHINFO]: admin, [SETTINGS]: filtered }))).toEqual([]);
  });

  it('has some for the admin where resources are shared one by one', async () => {
    const shared = settings({ sharing: 'true' });
    expect(named(await limitsWith({ [AUTHINFO]: admin, [SETTINGS]: shared }))).toEqual([
      'models',
      'sharing',
      'workflows',
      'monitors',
    ]);
  });

  it.each([
    ['nothing', {}, []],
    ['models', { models: 'true' }, ['models']],
    ['workflows', { workflows: 'true' }, ['workflows']],
    ['monitors', { monitors: 'true' }, ['monitors']],
  ])('of an ordinary user, where the settings filter %s', async (_name, values, expected) => {
    const answers = { [AUTHINFO]: ordinary, [SETTINGS]: settings(values), '/': release('2.19.6') };
    expect(named(await limitsWith(answers)).sort()).toEqual(
      [...expected, 'memoryContainers', 'indexes'].sort()
    );
  });

  it.each([
    ['2.19.6', undefined, false],
    ['3.2.0', undefined, false],
    ['3.3.0', undefined, true],
    ['3.6.0', 'false', false],
    ['3.6.0', 'true', true],
    ['4.0.0', undefined, true],
  ])('on %s with sharing %s: may share %s', async (number, sharing, expected) => {
    const shared = settings(sharing === undefined ? {} : { sharing });
    const answers = { [AUTHINFO]: ordinary, [SETTINGS]: shared, '/': release(number) };
    const { sharing: found, models, workflows } = await limitsWith(answers);
    expect([found, models, workflows]).toEqual([expected, expected, expected]);
  });
});

const SHARDS = { total: 1, successful: 1, failed: 0 };

describe('mayHideModels', () => {
  const models = { sharing: false, models: true, memoryContainers: true };
  const limits = { ...models, workflows: false, monitors: false, indexes: true };
  const hides = (listed: unknown, all: unknown, more = {}) =>
    mayHideModels(
      clusterWith({
        [SEARCH]: { hits: { total: { value: listed } }, _shards: SHARDS },
        [STATS]: all instanceof Error ? all : { ml_model_count: all },
      }).cluster,
      { ...limits, ...more }
    );

  it.each([
    ['as many are counted as listed', 7, 7, false],
    ['more are counted', 7, 8, true],
    ['fewer are counted', 7, 0, true],
    ['none is listed', 0, 0, true],
    ['there are more than a search counts', 10_000, 10_000, true],
    ['the count is refused', 7, REFUSED, true],
    ['the count is none', 7, undefined, true],
  ])('where %s', async (_name, listed, all, expected) => {
    expect(await hides(listed, all)).toBe(expected);
  });

  it('does not believe a count where resources are shared', async () => {
    expect(await hides(7, 7, { sharing: true })).toBe(true);
  });

  it('asks nothing where nothing is filtered', async () => {
    const { cluster, sent } = clusterWith({});
    expect(await mayHideModels(cluster, { ...limits, models: false })).toBe(false);
    expect(sent).toEqual([]);
  });
});
