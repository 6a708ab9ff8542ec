import type { Cluster, ClusterRequest } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { deploy } from './undeploy';

/** A cluster that is asked for a deploy: what it says of the task and the model, look by look. */
function clusterOf(looks: Array<{ task: string | null; model: string; error?: string }>): Cluster {
  let at = 0;
  const request = async ({ method, path }: ClusterRequest) => {
    const now = looks[Math.min(at, looks.length - 1)];
    if (method === 'POST') return { task_id: 't', status: 'CREATED' };
    if (path === '/_plugins/_ml/tasks/t') {
      if (!now?.task) throw new ClusterError('forbidden', 'no permissions', 403);
      return { state: now.task, error: now.error };
    }
    at += 1;
    return { model_state: now?.model };
  };
  return { request, readStream: () => Promise.reject(new Error('not asked for')) };
}

describe('deploy', () => {
  it('waits for the new state', async () => {
    const looks = [
      { task: 'CREATED', model: 'UNDEPLOYED' },
      { task: 'RUNNING', model: 'DEPLOYING' },
      { task: 'RUNNING', model: 'DEPLOYED' },
    ];
    expect(await deploy(clusterOf(looks), 'm', 10_000)).toEqual({
      model_id: 'm',
      state: 'DEPLOYED',
    });
  });

  it('waits for the state where the task ends before it is written', async () => {
    const looks = [
      { task: 'COMPLETED', model: 'DEPLOYING' },
      { task: 'COMPLETED', model: 'DEPLOYED' },
    ];
    expect(await deploy(clusterOf(looks), 'm', 10_000)).toEqual({
      model_id: 'm',
      state: 'DEPLOYED',
    });
    const failing = [
      { task: 'FAILED', model: 'DEPLOYING', error: 'no eligible node' },
      { task: 'FAILED', model: 'DEPLOY_FAILED', error: 'no eligible node' },
    ];
    expect(await deploy(clusterOf(failing), 'm', 10_000)).toMatchObject({
      state: 'DEPLOY_FAILED',
      error: 'no eligible node',
    });
  });

  it('takes no old failure for the end, and says why a new one came', async () => {
    const looks = [
      { task: 'RUNNING', model: 'DEPLOY_FAILED' },
      { task: 'FAILED', model: 'DEPLOY_FAILED', error: 'no eligible node' },
    ];
    expect(await deploy(clusterOf(looks), 'm', 10_000)).toEqual({
      model_id: 'm',
      state: 'DEPLOY_FAILED',
      error: 'no eligible node',
    });
  });

  it('does without the task where that can not be read', async () => {
    const looks = [
      { task: null, model: 'UNDEPLOYED' },
      { task: null, model: 'DEPLOYED' },
    ];
    expect((await deploy(clusterOf(looks), 'm', 10_000)).state).toBe('DEPLOYED');
  });

  it('gives the state that it has when the time is over', async () => {
    const looks = [{ task: 'RUNNING', model: 'DEPLOYING' }];
    expect(await deploy(clusterOf(looks), 'm', 1)).toEqual({ model_id: 'm', state: 'DEPLOYING' });
  });
});
