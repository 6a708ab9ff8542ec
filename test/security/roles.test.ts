import type { DependentKind } from '../../common/dependents/kinds';
import { type MadeModel, makeModel, removeFixtures } from '../cluster/fixtures';
import { ask, type Json, setSafeDelete } from '../cluster/opensearch';
import { call, type RawAnswer, send } from '../cluster/plugin_api';
import { gapIn } from './coverage';
import { as, type UserName } from './users';

const USERS = ['none', 'reader', 'other', 'owner', 'admin'] as const satisfies UserName[];
const GROUPS = '/_plugins/_ml/model_groups';
const MODELS = '/_plugins/_ml/models';

/** Why something is refused, in the cluster's words; null where it is not. */
type Refusal = string | null;

/** One action: asked of the cluster directly, and by way of the plugin, by the same user. */
interface Action {
  /** Who may, as the roles that the security plugin ships have it. */
  may: readonly UserName[];
  direct(user: UserName, model: MadeModel): Promise<Refusal>;
  plugin(user: UserName, model: MadeModel): Promise<Refusal>;
  /** It changes the model for whoever may: each gets one of their own. */
  changes?: { deploy: boolean };
}

function saidIn(answer: Json): Refusal {
  const { error } = answer as { error?: { type: string; reason: string } };
  // an API without an index yet has nothing, and hides nothing
  return error && error.type !== 'index_not_found_exception' ? error.reason : null;
}

function saidBy({ status, body }: RawAnswer): Refusal {
  if (status === 200) return null;
  const { message, attributes } = body as {
    message: string;
    attributes?: { cluster_message?: string };
  };
  return attributes?.cluster_message ?? message;
}

async function askDirectly(user: UserName, method: string, path: string, body?: Json) {
  return saidIn(await ask(method, path, body, as(user).authorization));
}

/** What the plugin says of a source, whose coverage is in every reading of usage. */
async function gapOf(user: UserName, source: DependentKind): Promise<Refusal> {
  const { status, body } = await send('getUsage', {}, as(user));
  if (status !== 200) return saidBy({ status, body });
  const { coverage } = await call('getUsage', {}, as(user));
  return gapIn(coverage, source)?.replace(/^forbidden: /, '') ?? null;
}

function source(kind: DependentKind, path: string, may: Action['may'], body?: Json): Action {
  return {
    may,
    direct: (user) => askDirectly(user, body ? 'POST' : 'GET', path, body),
    plugin: (user) => gapOf(user, kind),
  };
}

const ALL: Json = { query: { match_all: {} } };
const setting = { 'plugins.ml_commons.safe_delete_model': null };

const ACTIONS: Record<string, Action> = {
  'list models': {
    may: ['reader', 'other', 'owner', 'admin'],
    direct: (user) => askDirectly(user, 'POST', `${MODELS}/_search`, ALL),
    plugin: async (user) => saidBy(await send('listModels', {}, as(user))),
  },
  'see a model of a private group': {
    may: ['owner', 'admin'],
    direct: (user, { id }) => askDirectly(user, 'GET', `${MODELS}/${id}`),
    plugin: async (user, { id }) =>
      saidBy(await send('getModel', { params: { model_id: id } }, as(user))),
  },
  'look for it in agents': source(
    'agent',
    '/_plugins/_ml/agents/_search',
    ['other', 'owner', 'admin'],
    ALL
  ),
  'look for it in ingest pipelines': source('ingest_pipeline', '/_ingest/pipeline', ['admin']),
  'look for it in search pipelines': source('search_pipeline', '/_search/pipeline', ['admin']),
  'look for it in indexes': source('index', '/_all/_mapping', ['admin']),
  'look for it in index templates': source('index_template', '/_index_template', ['admin']),
  'look for it in stored scripts': source('stored_script', '/_cluster/state/metadata', [
    'other',
    'owner',
    'admin',
  ]),
  'look for it in cluster settings': source('cluster_setting', '/_cluster/settings', [
    'other',
    'owner',
    'admin',
  ]),
  'look for it in batch predictions': source(
    'task',
    '/_plugins/_ml/tasks/_search',
    ['reader', 'other', 'owner', 'admin'],
    ALL
  ),
  'see safe delete': {
    may: ['other', 'owner', 'admin'],
    direct: (user) => askDirectly(user, 'GET', '/_cluster/settings'),
    plugin: async (user) => saidBy(await send('getSafeDelete', {}, as(user))),
  },
  'change safe delete': {
    may: ['admin'],
    direct: (user) => askDirectly(user, 'PUT', '/_cluster/settings', { transient: setting }),
    plugin: async (user) =>
      saidBy(
        await send('putSafeDelete', { body: { enabled: null, scope: 'transient' } }, as(user))
      ),
  },
  'undeploy it': {
    may: ['owner', 'admin'],
    direct: (user, { id }) => askDirectly(user, 'POST', `${MODELS}/${id}/_undeploy`),
    plugin: async (user, { id }) =>
      saidBy(await send('undeployModel', { params: { model_id: id } }, as(user))),
    changes: { deploy: true },
  },
  'delete it': {
    may: ['owner', 'admin'],
    direct: (user, { id }) => askDirectly(user, 'DELETE', `${MODELS}/${id}`),
    plugin: async (user, { id }) => {
      const params = { model_id: id };
      // who may not review it comes with the review of who may
      const reviewer = user === 'admin' ? 'admin' : 'owner';
      const { fingerprint } = await call('reviewModel', { params }, as(reviewer));
      const query = { fingerprint, accept: ['incomplete' as const] };
      return saidBy(await send('deleteModel', { params, query }, as(user)));
    },
    changes: { deploy: false },
  },
};

/** A source is only spoken of in a list, and who may not list is told just that. */
const CANT_LIST = /models\/search/;
/** The plugin looks before it deletes, and may be refused that already. */
const CANT_LOOK = /models\/get|doesn't have privilege/;

const makeOwned = (deploy: boolean) => makeModel({ deploy, ...as('owner') });
let idle: MadeModel;
let deployed: MadeModel;

beforeAll(async () => {
  await setSafeDelete(null);
  idle = await makeOwned(false);
  deployed = await makeOwned(true);
});
afterAll(removeFixtures);

const CELLS = Object.entries(ACTIONS).flatMap(([name, action]) =>
  USERS.map((user) => ({ name, user, action, may: action.may.includes(user) }))
);

describe('what the roles of the security plugin allow', () => {
  it.each(CELLS)('$user may $name, here as there: $may', async ({ user, action, may }) => {
    const { changes, direct, plugin } = action;
    const shared = changes?.deploy ? deployed : idle;
    const own = () => (changes && may ? makeOwned(changes.deploy) : shared);
    const there = await direct(user, await own());
    const here = await plugin(user, await own());
    expect(there === null).toBe(may);
    expect(here === null).toBe(may);
    if (here === null || CANT_LIST.test(here) || (changes && CANT_LOOK.test(here))) return;
    expect(here).toBe(there);
  });

  it('leaves a group alone that ML Commons itself would delete for another team', async () => {
    const { id, groupId } = await makeOwned(false);
    const params = { model_id: id };
    expect(await ACTIONS['delete it']?.plugin('other', { id, groupId, name: '' })).not.toBeNull();
    expect(await askDirectly('owner', 'DELETE', `${MODELS}/${id}`)).toBeNull();
    // nothing is left of the model: this says so to anyone who may delete models
    expect((await send('cleanUpModel', { params }, as('other'))).status).toBe(200);
    expect((await ask('GET', `${GROUPS}/${groupId}`)).name).toBeDefined();
    expect(await askDirectly('other', 'DELETE', `${GROUPS}/${groupId}`)).toBeNull();
  });
});
