import { UNDEPLOY_FIRST_STATES } from '../../common/models/model_state';
import { makeFaults, sentToCluster } from '../cluster/faults';
import {
  makeGroup,
  makeIngestPipeline,
  makeModel,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { call, callExpectingError, send } from '../cluster/plugin_api';
import { readUntil, waitUntil } from '../cluster/wait_for';
import { SECOND, signalSecondNode } from './second_node';

const of = (id: string) => ({ params: { model_id: id } });
const undeploy = (id: string) => call('undeployModel', { ...of(id), query: { wait_seconds: 1 } });

/** A delete as it was agreed to while the model was deployed. */
async function agreed(id: string) {
  const { fingerprint } = await call('reviewModel', of(id));
  return { ...of(id), query: { fingerprint, undeployed: true } };
}

/** What nobody asked to change: another version of the same group, deployed and in use. */
async function makeNeighbour(groupId: string) {
  const { id } = await makeModel({ groupId, deploy: true });
  await untilOnBoth(id);
  await makeIngestPipeline(id);
  const look = async () => {
    const { dependents, model_group: group } = await call('reviewModel', of(id));
    return { state: await settledState(id), dependents, group: group?.id };
  };
  return { look, before: await look() };
}

/**
 * The state that ML Commons comes to: it deploys by itself what a node had that was away, and calls
 * a model that is deployed on both deploying again while the nodes hear of each other.
 */
function settledState(id: string): Promise<unknown> {
  return readUntil(
    () => modelState(id),
    (state) => state !== 'DEPLOYING'
  );
}

interface OnNode {
  model_state: string;
  worker_nodes?: string[];
}

/**
 * Until the model is deployed on both nodes and each knows that of the other: its document says so
 * before, and an undeploy reaches only the nodes that are known.
 */
function untilOnBoth(id: string): Promise<void> {
  return waitUntil(`the model ${id} on both nodes`, async () => {
    const { nodes = {} } = await tell('GET', `/_plugins/_ml/profile/models/${id}`);
    const found = Object.values(nodes as Record<string, { models: Record<string, OnNode> }>);
    const isOnBoth = found.length === 2 && found.every(({ models }) => isSettled(models[id]));
    return isOnBoth && (await modelState(id)) === 'DEPLOYED';
  });
}

function isSettled(model: OnNode | undefined): boolean {
  return model?.model_state === 'DEPLOYED' && model.worker_nodes?.length === 2;
}

async function untilDeletable(id: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (!UNDEPLOY_FIRST_STATES.has((await undeploy(id)).state)) return;
  }
  throw new Error(`The model ${id} does not get undeployed.`);
}

/**
 * Repeats the action as the dialog does. ML Commons can call a model undeployed that a node which
 * hung goes on holding, and calls it deployed again at its next look at the nodes (every 10 s).
 */
async function undeployAndDelete(id: string, request: Awaited<ReturnType<typeof agreed>>) {
  for (let attempt = 1; ; attempt += 1) {
    await untilDeletable(id);
    const answer = await send('deleteModel', request);
    if (answer.status === 200 || attempt === 3) return answer;
    expect(answer.body).toMatchObject({ attributes: { reason: 'undeploy_first' } });
  }
}

beforeAll(() => setSafeDelete(true));
afterEach(async () => {
  signalSecondNode('SIGCONT');
  await removeFixtures();
});

describe('undeploy and delete on two nodes', () => {
  it('names the node that hangs, deletes nothing, and finishes once the node is back', async () => {
    const groupId = await makeGroup();
    const { id } = await makeModel({ groupId, deploy: true });
    const neighbour = await makeNeighbour(groupId);
    await untilOnBoth(id);
    const request = await agreed(id);

    signalSecondNode('SIGSTOP');
    const held = await undeploy(id);
    expect(UNDEPLOY_FIRST_STATES.has(held.state)).toBe(true);
    const hanging = { id: expect.any(String) as string, name: SECOND, state: null };
    expect(held.nodes).toContainEqual(hanging);
    const { attributes } = await callExpectingError('deleteModel', request);
    expect(attributes?.reason).toBe('undeploy_first');

    signalSecondNode('SIGCONT');
    expect(await undeployAndDelete(id, request)).toMatchObject({
      status: 200,
      body: { result: 'deleted', model_group: 'kept' },
    });
    expect(await modelState(id)).toBeUndefined();
    expect(await neighbour.look()).toEqual(neighbour.before);
  });

  // the last test: the node does not come back
  it('finishes when the node is gone for good in the middle of the undeploy', async () => {
    const groupId = await makeGroup();
    const { id } = await makeModel({ groupId, deploy: true });
    await untilOnBoth(id);
    const neighbour = await makeNeighbour(groupId);
    const request = await agreed(id);
    signalSecondNode('SIGSTOP');
    await makeFaults();
    const undeploying = undeploy(id);
    await waitUntil('the undeploy', async () =>
      (await sentToCluster()).some((one) => one.includes('_undeploy'))
    );
    signalSecondNode('SIGKILL');
    await undeploying;
    expect(await undeployAndDelete(id, request)).toMatchObject({
      status: 200,
      body: { result: 'deleted', model_group: 'kept' },
    });
    expect(await modelState(id)).toBeUndefined();
    // it has lost a node, and serves on from the other
    const { state, ...rest } = await neighbour.look();
    expect(['DEPLOYED', 'PARTIALLY_DEPLOYED']).toContain(state);
    expect(neighbour.before).toMatchObject(rest);
  });
});
