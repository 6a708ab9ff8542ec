import type { Leftover } from '../../common/dependents/leftovers';
import {
  makeConnector,
  makeGroup,
  makeLocalModel,
  makeModel,
  removeFixtures,
  removeLater,
  uniqueName,
} from '../cluster/fixtures';
import { makeFaults, mendWire } from '../cluster/faults';
import { ask, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';

afterEach(async () => {
  await mendWire();
  await removeFixtures();
});

const listed = async () => (await call('listLeftovers')).leftovers;
const find = async (id: string): Promise<Leftover | undefined> =>
  (await listed()).find((one) => one.id === id);

async function findListed(id: string): Promise<Leftover> {
  const leftover = await find(id);
  if (!leftover) throw new Error(`${id} is not listed.`);
  return leftover;
}

const connectorDelete = (id: string, { fingerprint }: Pick<Leftover, 'fingerprint'>) => ({
  params: { connector_id: id },
  query: { fingerprint },
});
const groupDelete = (id: string, { fingerprint }: Pick<Leftover, 'fingerprint'>) => ({
  params: { model_group_id: id },
  query: { fingerprint },
});
const isGroupThere = async (id: string) =>
  (await ask('GET', `/_plugins/_ml/model_groups/${id}`)).name !== undefined;

describe('GET /leftovers', () => {
  it('lists a connector that nothing uses and a group without a model, and no other', async () => {
    const unused = await makeConnector();
    const empty = await makeGroup();
    const ofModel = await makeConnector();
    const model = await makeModel({ connectorId: ofModel });
    const ofTool = await makeConnector();
    const { agent_id: agent } = await tell('POST', '/_plugins/_ml/agents/_register', {
      name: uniqueName('agent'),
      type: 'flow',
      tools: [{ type: 'ConnectorTool', parameters: { connector_id: ofTool } }],
    });
    removeLater(() => ask('DELETE', `/_plugins/_ml/agents/${String(agent)}`));
    const kinds = new Map((await listed()).map(({ id, kind }) => [id, kind]));
    expect([unused, empty, ofModel, model.groupId, ofTool].map((id) => kinds.get(id))).toEqual([
      ...['connector', 'model_group', undefined, undefined, undefined],
    ]);
    expect(await find(unused)).toMatchObject({
      name: expect.stringContaining('connector-') as string,
      created_time: expect.any(Number) as number,
    });
  });

  it('lists none of what may be used by something that could not be checked', async () => {
    const unused = await makeConnector();
    const empty = await makeGroup();
    await makeFaults({
      path: '/_plugins/_ml/agents/_search',
      answer: { status: 503, body: '{}' },
    });
    const { leftovers, coverage } = await call('listLeftovers');
    expect(coverage.find(({ source }) => source === 'agent')?.state).toBe('failed');
    expect(leftovers.map(({ id }) => id)).not.toContain(unused);
    // agents have no groups
    expect(leftovers.map(({ id }) => id)).toContain(empty);
  });
});

describe('what is left of a model that is deleted', () => {
  /** As a delete that breaks off leaves it: without the model. */
  async function makeRemains({ withContent = true, withController = true } = {}) {
    const { id } = await makeLocalModel();
    if (withController) {
      const limit = { someone: { limit: '4', unit: 'MINUTES' } };
      await tell('POST', `/_plugins/_ml/controllers/${id}`, { user_rate_limiter: limit });
    }
    await tell('DELETE', `/.plugins-ml-model/_doc/${id}?refresh=true`);
    if (!withContent) await tell('DELETE', `/.plugins-ml-model/_doc/${id}_0?refresh=true`);
    await ask('POST', '/.plugins-ml-controller/_refresh');
    return id;
  }

  it.each([
    ['content and a controller', {}],
    ['content', { withController: false }],
    ['a controller', { withContent: false }],
  ])('is listed and deleted: %s', async (_, parts) => {
    const there = await makeLocalModel();
    const id = await makeRemains(parts);
    expect(await findListed(id)).toMatchObject({ kind: 'model_remains', name: id });
    expect(await find(there.id)).toBeUndefined();
    await call('cleanUpModel', { params: { model_id: id } });
    // at once, though searches find it a moment longer
    expect(await find(id)).toBeUndefined();
    expect(await ask('GET', `/.plugins-ml-model/_doc/${id}_0`)).toMatchObject({ found: false });
    expect(await ask('GET', `/.plugins-ml-controller/_doc/${id}`)).not.toMatchObject({
      found: true,
    });
  });

  it('is not deleted once somebody has registered the model again', async () => {
    const { id } = await makeLocalModel();
    const error = await callExpectingError('cleanUpModel', { params: { model_id: id } });
    expect(error).toMatchObject({ statusCode: 409, attributes: { reason: 'changed' } });
    expect(await ask('GET', `/.plugins-ml-model/_doc/${id}_0`)).toMatchObject({ found: true });
  });
});

describe('DELETE /model_groups/{id}', () => {
  it('deletes a group without a model, once', async () => {
    const id = await makeGroup();
    const request = groupDelete(id, await findListed(id));
    expect(await call('deleteGroup', request)).toEqual({ result: 'deleted', model_group_id: id });
    expect(await isGroupThere(id)).toBe(false);
    expect(await callExpectingError('deleteGroup', request)).toMatchObject({ statusCode: 404 });
  });

  it('keeps one that has a model by then, or is another than was shown', async () => {
    const id = await makeGroup();
    const leftover = await findListed(id);
    const model = await makeModel({ groupId: id });
    expect(await callExpectingError('deleteGroup', groupDelete(id, leftover))).toMatchObject({
      ...{ statusCode: 409, attributes: { reason: 'changed' } },
    });
    const { _source: source } = await tell('GET', `/.plugins-ml-model-group/_doc/${id}`);
    expect(source).toBeDefined();
    await tell('DELETE', `/_plugins/_ml/models/${model.id}`);
    expect(await isGroupThere(id)).toBe(true);
  });

  it('needs what was shown', async () => {
    const id = await makeGroup();
    const request = { params: { model_group_id: id } };
    expect(await callExpectingError('deleteGroup', request)).toMatchObject({ statusCode: 428 });
    expect(await isGroupThere(id)).toBe(true);
  });
});

describe('a connector of the list', () => {
  it('is deleted, and stays where something uses it by then', async () => {
    const [free, taken] = [await makeConnector(), await makeConnector()];
    const [ofFree, ofTaken] = [await findListed(free), await findListed(taken)];
    const model = await makeModel({ connectorId: taken });
    expect(await call('deleteConnector', connectorDelete(free, ofFree))).toMatchObject({
      result: 'deleted',
    });
    expect(
      await callExpectingError('deleteConnector', connectorDelete(taken, ofTaken))
    ).toMatchObject({ statusCode: 409, message: `The connector is in use by ${model.name}.` });
  });
});
