import type { Cluster, ClusterRequest } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { setAutoDeploy, undeploy } from './undeploy';

/**
 * A cluster of two nodes in memory, for what real ones don't do on demand: a node that hangs,
 * profiles that the user may not read, a deploy that goes on. Answers are real ones.
 */
class TwoNodes implements Cluster {
  model: Record<string, unknown> = { model_state: 'DEPLOYED', planning_worker_nodes: ['a', 'b'] };
  holding = new Set(['a', 'b']);
  hanging = new Set<string>();
  refused: ClusterError | null = null;
  undeploys = 0;
  /** How many undeploys a deploy writes its state after. */
  lateDeploys = 0;
  /** How often a change is refused. */
  conflicts = 0;

  readStream = () => Promise.reject(new Error('not asked for'));

  async request({ method, path, body }: ClusterRequest): Promise<unknown> {
    switch (`${method} ${path}`) {
      case 'POST /_plugins/_ml/models/m/_undeploy':
        this.holding.forEach((node) => !this.hanging.has(node) && this.holding.delete(node));
        if (this.hanging.size > 0) throw new ClusterError('timeout', 'Request timed out');
        this.undeploys += 1;
        // a deploy that was just ending writes its state after the undeploy
        if (this.undeploys > this.lateDeploys) this.model.model_state = 'UNDEPLOYED';
        return {};
      case 'GET /_plugins/_ml/models/m':
        return { ...this.model };
      case 'PUT /_plugins/_ml/models/m':
        this.conflicts -= 1;
        if (this.conflicts >= 0) {
          throw new ClusterError('rejected', 'Model is deploying. Please wait', 409);
        }
        // a field is taken as a whole
        this.model = { ...this.model, ...body };
        return { result: 'updated' };
      case 'GET /_cluster/state/nodes':
        return { nodes: { a: { name: 'alpha' }, b: { name: 'beta' }, c: { name: 'gamma' } } };
      case 'GET /_plugins/_ml/profile':
        return this.profile((body?.node_ids as string[] | undefined) ?? ['a', 'b', 'c']);
      default:
        throw new Error(`${method} ${path}`);
    }
  }

  private profile(asked: string[]) {
    if (this.refused) throw this.refused;
    if (asked.some((node) => this.hanging.has(node))) {
      throw new ClusterError('timeout', 'Request timed out');
    }
    const found = asked.filter((node) => this.holding.has(node));
    if (found.length === 0) return {};
    const models = { m: { model_state: 'DEPLOYED' } };
    return { nodes: Object.fromEntries(found.map((node) => [node, { models }])) };
  }
}

let cluster: TwoNodes;
beforeEach(() => {
  cluster = new TwoNodes();
});

describe('undeploy', () => {
  it('gives the state as read again, and that no node holds the model', async () => {
    expect(await undeploy(cluster, 'm', 1_000)).toEqual({
      model_id: 'm',
      state: 'UNDEPLOYED',
      auto_deploy: true,
      nodes: [],
    });
  });

  it('names the node that does not answer', async () => {
    cluster.hanging.add('b');
    expect(await undeploy(cluster, 'm', 600)).toMatchObject({
      state: 'DEPLOYED',
      nodes: [{ id: 'b', name: 'beta', state: null }],
    });
  });

  it('asks once more where a deploy that was just ending wrote its state last', async () => {
    cluster.lateDeploys = 1;
    expect(await undeploy(cluster, 'm', 20_000)).toMatchObject({ state: 'UNDEPLOYED' });
    expect(cluster.undeploys).toBe(2);
  });

  it('names a node that answers and holds it still', async () => {
    cluster.hanging.add('b');
    cluster.request = async (sent) =>
      sent.path.endsWith('_undeploy') ? {} : TwoNodes.prototype.request.call(cluster, sent);
    expect((await undeploy(cluster, 'm', 600)).nodes).toEqual([
      { id: 'a', name: 'alpha', state: 'DEPLOYED' },
      { id: 'b', name: 'beta', state: null },
    ]);
  });

  it('says that it is not known, not that there is none, where the profile is refused', async () => {
    cluster.refused = new ClusterError('forbidden', 'no permissions for [profile/nodes]', 403);
    expect((await undeploy(cluster, 'm', 1_000)).nodes).toBeNull();
  });
});

describe('setAutoDeploy', () => {
  it('leaves the rest of the deploy setting as it is, and gives what is read again', async () => {
    cluster.model.deploy_setting = { is_auto_deploy_enabled: true, model_ttl_minutes: 7 };
    expect(await setAutoDeploy(cluster, 'm', false)).toEqual({ model_id: 'm', enabled: false });
    expect(cluster.model.deploy_setting).toEqual({
      is_auto_deploy_enabled: false,
      model_ttl_minutes: 7,
    });
  });

  it('waits while the model is deploying', async () => {
    cluster.conflicts = 1;
    expect(await setAutoDeploy(cluster, 'm', false)).toMatchObject({ enabled: false });
  });
});
