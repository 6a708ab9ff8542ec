import { setTimeout as sleep } from 'timers/promises';
import { makeFaults, sentToCluster } from '../cluster/faults';
import {
  makeGroup,
  makeIngestPipeline,
  makeModel,
  modelState,
  removeFixtures,
} from '../cluster/fixtures';
import { setSafeDelete, tell } from '../cluster/opensearch';
import { call, callExpectingError } from '../cluster/plugin_api';
import { FIRST, SECOND, signalSecondNode } from './second_node';

const of = (id: string) => ({ params: { model_id: id } });
const undeploy = (id: string) => call('undeployModel', { ...of(id), query: { wait_seconds: 1 } });

/** A delete as it was agreed to while the model was deployed. */
async function agreed(id: string, undeployed: true | 'done') {
  const { fingerprint } = await call('reviewModel', of(id));
  return { ...of(id), query: { fingerprint, undeploy: undeployed } };
}

/** What nobody asked to change: another version of the same group, deployed and in use. */
async function makeNeighbour(groupId: string) {
  const { id } = await makeModel({ groupId, deploy: true });
  await makeIngestPipeline(id);
  const look = async () => {
    const { dependents, model_group: group } = await call('reviewModel', of(id));
    return { state: await modelState(id), dependents, group: group?.id };
  };
  return { look, before: await look() };
}

/** The nodes that the model was deployed on, by name. */
async function deployedOn(id: string): Promise<string[]> {
  const { planning_worker_nodes: ids } = await tell('GET', `/_plugins/_ml/models/${id}`);
  const { nodes } = await tell('GET', '/_cluster/state/nodes');
  const names = nodes as Record<string, { name: string }>;
  return (ids as string[]).map((one) => String(names[one]?.name)).sort();
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
    expect(await deployedOn(id)).toEqual([FIRST, SECOND]);
    const request = await agreed(id, 'done');

    signalSecondNode('SIGSTOP');
    const held = await undeploy(id);
    expect(held.state).toBe('DEPLOYED');
    const hanging = { id: expect.any(String) as string, name: SECOND, state: null };
    expect(held.nodes).toContainEqual(hanging);
    const { attributes } = await callExpectingError('deleteModel', request);
    expect(attributes?.reason).toBe('undeploy_first');

    signalSecondNode('SIGCONT');
    let { state } = await undeploy(id);
    for (let tries = 0; state !== 'UNDEPLOYED' && tries < 20; tries += 1) {
      ({ state } = await undeploy(id));
    }
    expect((await undeploy(id)).nodes).toEqual([]);
    expect(await call('deleteModel', request)).toMatchObject({
      result: 'deleted',
      model_group: 'kept',
    });
    expect(await modelState(id)).toBeUndefined();
    expect(await neighbour.look()).toEqual(neighbour.before);
  });

  // the last test: the node does not come back
  it('finishes in the same request when the node is gone for good in the middle of it', async () => {
    const groupId = await makeGroup();
    const { id } = await makeModel({ groupId, deploy: true });
    const neighbour = await makeNeighbour(groupId);
    const request = await agreed(id, true);
    signalSecondNode('SIGSTOP');
    await makeFaults();
    const deleting = call('deleteModel', request);
    while (!(await sentToCluster()).some((one) => one.includes('_undeploy'))) await sleep(20);
    signalSecondNode('SIGKILL');
    expect(await deleting).toMatchObject({ result: 'deleted', model_group: 'kept' });
    expect(await modelState(id)).toBeUndefined();
    // it has lost a node, and serves on from the other
    const { state, ...rest } = await neighbour.look();
    expect(['DEPLOYED', 'PARTIALLY_DEPLOYED']).toContain(state);
    expect(neighbour.before).toMatchObject(rest);
  });
});
