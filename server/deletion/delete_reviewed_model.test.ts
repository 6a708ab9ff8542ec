import { Readable } from 'stream';
import type { Consent } from '../../common/deletion/consent';
import type { Cluster, ClusterRequest } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { Chunks } from '../cluster/json_stream';
import { reviewModel } from '../dependents/review_model';
import { deleteReviewedModel } from './delete_reviewed_model';

/**
 * A cluster in memory with one model of one group, for what a real node doesn't do on demand: an
 * answer that is lost, a pipeline that comes between review and delete. Answers are real ones.
 */
class OneModelCluster implements Cluster {
  state = 'REGISTERED';
  model = true;
  /** Its index is not available, as while a node comes up. */
  unreadable = false;
  group = true;
  versions = 1;
  latestVersion = 1;
  /** How many looks at the tasks still find somebody who registers a version. */
  registering = 0;
  mayListTasks = true;
  createdTime = 1;
  /** What is found in the group once it is removed. */
  versionsLeft: string[] = [];
  safeDelete = 'true';
  pipelines: Record<string, unknown> = {};
  readonly sent: string[] = [];
  onDelete: () => unknown = () => {
    this.model = false;
    this.versions -= 1;
    return { _id: 'm', result: 'deleted' };
  };
  onGroupDelete = () => {
    if (this.versions > 0) {
      throw new ClusterError(
        'rejected',
        'Cannot delete the model group when it has associated model versions',
        409
      );
    }
  };

  async readStream<T>(request: ClusterRequest, read: (chunks: Chunks) => Promise<T>): Promise<T> {
    const answer = Buffer.from(JSON.stringify(await this.request(request)));
    return read(Readable.from([answer]));
  }

  async request({ method, path }: ClusterRequest): Promise<unknown> {
    if (method !== 'GET' && !path.endsWith('_search')) this.sent.push(`${method} ${path}`);
    switch (`${method} ${path}`) {
      case 'GET /':
        return { version: { number: '3.6.0' } };
      case 'GET /_plugins/_ml/models/m':
        if (this.unreadable) throw NOT_READABLE;
        if (!this.model) {
          throw new ClusterError(
            'not_found',
            'Failed to find model with the provided model id: m',
            404
          );
        }
        return {
          name: 'm',
          model_state: this.state,
          algorithm: 'REMOTE',
          model_group_id: 'g',
          created_time: this.createdTime,
        };
      case 'POST /_plugins/_ml/models/_search':
        return this.group ? found(this.versions, []) : found(1, this.versionsLeft);
      case 'GET /_plugins/_ml/model_groups/g':
        if (!this.group) throw new ClusterError('not_found', 'Failed to find model group', 404);
        return { name: 'group', latest_version: this.latestVersion };
      case 'GET /_tasks':
        if (!this.mayListTasks) throw new ClusterError('forbidden', 'no permissions', 403);
        return { nodes: { n: { tasks: this.registering-- > 0 ? { 'n:1': {} } : {} } } };
      case 'GET /_ingest/pipeline':
        return this.pipelines;
      case 'GET /_search/pipeline':
        return {};
      case 'POST /_plugins/_ml/agents/_search':
        return { _shards: { total: 1, successful: 1, failed: 0 }, hits: { hits: [] } };
      case 'GET /_cluster/settings':
        return { persistent: { plugins: { ml_commons: { safe_delete_model: this.safeDelete } } } };
      case 'DELETE /_plugins/_ml/models/m':
        return this.onDelete();
      case 'DELETE /_plugins/_ml/model_groups/g':
        this.onGroupDelete();
        this.group = false;
        return { result: 'deleted' };
      default:
        // as a cluster answers that has none of the other features
        throw new ClusterError(
          'rejected',
          `no handler found for uri [${path}] and method [${method}]`,
          400
        );
    }
  }

  use(name: string) {
    this.pipelines[name] = { processors: [{ text_embedding: { model_id: 'm' } }] };
  }
}

const found = (total: number, ids: string[]) => ({
  _shards: { total: 1, successful: 1, failed: 0 },
  hits: {
    total: { value: total },
    hits: ids.map((id, at) => ({ _id: id, _source: {}, sort: [at] })),
  },
});

/** What 3.6.0 and 2.19.6 say of a model that is there while its index is not available yet. */
const NOT_FOUND = new ClusterError('not_found', 'Failed to find model', 404);
const NOT_READABLE = new ClusterError(
  'rejected',
  'Failed to get data object from index .plugins-ml-model',
  500
);

const DELETE_MODEL = 'DELETE /_plugins/_ml/models/m';
let cluster: OneModelCluster;

beforeEach(() => {
  cluster = new OneModelCluster();
});

async function consentNow(
  over: Partial<Pick<Consent, 'accept' | 'undeployed'>> = {}
): Promise<Consent> {
  const { fingerprint } = await reviewModel(cluster, 'm');
  return { fingerprint, accept: [], undeployed: false, ...over };
}

describe('deleteReviewedModel', () => {
  it('deletes a free model, and its group with the last version', async () => {
    const answer = await deleteReviewedModel(cluster, 'm', await consentNow());
    expect(answer).toMatchObject({ result: 'deleted', model_group: 'deleted' });
    expect(cluster.group).toBe(false);
  });

  it('keeps the group when a version was added to it meanwhile', async () => {
    const consent = await consentNow();
    const { onDelete } = cluster;
    cluster.onDelete = () => {
      const answer = onDelete();
      cluster.versions = 1;
      return answer;
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'kept',
    });
    expect(cluster.group).toBe(true);
  });

  it('keeps the group when a version has its number and can not be found yet', async () => {
    const consent = await consentNow();
    const { onDelete } = cluster;
    cluster.onDelete = () => {
      cluster.latestVersion = 2;
      return onDelete();
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'kept',
    });
    expect(cluster.group).toBe(true);
  });

  it('keeps the group when a version got its number since the review was shown', async () => {
    const consent = await consentNow();
    cluster.latestVersion = 2;
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'changed',
    });
  });

  it('waits for others who register a version, and deletes the group if it was none of it', async () => {
    const consent = await consentNow();
    cluster.registering = 3;
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'deleted',
    });
    expect(cluster.registering).toBeLessThan(0);
  });

  it('keeps the group where others go on and on', async () => {
    const consent = await consentNow();
    cluster.registering = Infinity;
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'kept',
    });
  });

  it('looks at the group twice where the user may not list the tasks', async () => {
    const consent = await consentNow();
    const { onDelete } = cluster;
    cluster.onDelete = () => {
      setTimeout(() => (cluster.latestVersion = 2), 100);
      return onDelete();
    };
    cluster.mayListTasks = false;
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'kept',
    });
  });

  it('says what was found in the group once it was removed', async () => {
    cluster.versionsLeft = ['late'];
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).resolves.toMatchObject({
      model_group: 'deleted',
      versions_without_group: ['late'],
    });
  });

  it('stops at another model of the same id', async () => {
    const consent = await consentNow();
    cluster.createdTime = 2;
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'changed',
    });
  });

  it('tries again while ML Commons still counts what was just deleted', async () => {
    let refusals = 2;
    const consent = await consentNow();
    cluster.onGroupDelete = () => {
      refusals -= 1;
      if (refusals >= 0) throw new ClusterError('rejected', 'has associated model versions', 409);
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'deleted',
    });
  });

  it('stops when a dependent came since the review, and shows it', async () => {
    const consent = await consentNow();
    cluster.use('new-pipeline');
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'changed',
      review: { dependents: [{ id: 'new-pipeline' }] },
    });
    expect(cluster.sent).toEqual([]);
  });

  it('accepts nothing that ML Commons will refuse', async () => {
    cluster.use('embed');
    const consent = await consentNow({ accept: ['breaks', 'incomplete'] });
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'refused',
    });
    expect(cluster.sent).toEqual([]);
  });

  it('deletes what would break only when that was accepted', async () => {
    cluster.safeDelete = 'false';
    cluster.use('embed');
    await expect(
      deleteReviewedModel(cluster, 'm', await consentNow({ accept: ['incomplete'] }))
    ).rejects.toMatchObject({ reason: 'breaks' });
    expect(cluster.sent).toEqual([]);
    await deleteReviewedModel(cluster, 'm', await consentNow({ accept: ['breaks'] }));
    expect(cluster.model).toBe(false);
  });

  it('deletes nothing that is deployed, whatever was agreed to', async () => {
    cluster.state = 'DEPLOYED';
    for (const undeployed of [false, true]) {
      const consent = await consentNow({ accept: ['breaks', 'incomplete'], undeployed });
      await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
        reason: 'undeploy_first',
        review: { model: { state: 'DEPLOYED' } },
      });
    }
    expect(cluster.sent).toEqual([]);
  });

  it('takes a model that was undeployed for the delete for the one that was reviewed', async () => {
    cluster.state = 'PARTIALLY_DEPLOYED';
    const consent = await consentNow({ undeployed: true });
    cluster.state = 'UNDEPLOYED';
    await deleteReviewedModel(cluster, 'm', consent);
    expect(cluster.sent[0]).toBe(DELETE_MODEL);
  });

  it('takes a model that is undeployed now for changed where no undeploy was agreed to', async () => {
    cluster.state = 'DEPLOYED';
    const consent = await consentNow();
    cluster.state = 'UNDEPLOYED';
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'changed',
    });
  });

  it.each([
    ['a new model of that id', () => (cluster.state = 'REGISTERED')],
    ['a dependent', () => cluster.use('new-pipeline')],
  ])('stops at any change beside the undeploy, such as %s', async (_what, change) => {
    cluster.state = 'DEPLOYED';
    const consent = await consentNow({ undeployed: true });
    cluster.state = 'UNDEPLOYED';
    change();
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'changed',
    });
    expect(cluster.sent).toEqual([]);
  });

  it('says so where the model is deployed again between review and delete', async () => {
    const words =
      'Model cannot be deleted in deploying or deployed state. Try undeploy model first then delete';
    cluster.state = 'DEPLOYED';
    const consent = await consentNow({ undeployed: true });
    cluster.state = 'UNDEPLOYED';
    cluster.onDelete = () => {
      cluster.state = 'DEPLOYED';
      throw new ClusterError('rejected', words, 400);
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      reason: 'undeploy_first',
      review: { model: { state: 'DEPLOYED' } },
      clusterMessage: words,
    });
  });

  it('takes a malformed answer for a refusal while the model is there', async () => {
    cluster.onDelete = () => {
      cluster.use('too-late');
      throw new ClusterError('malformed', 'Unexpected end of JSON input');
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      reason: 'refused',
      clusterMessage: undefined,
      review: { dependents: [{ id: 'too-late' }] },
    });
  });

  it('passes on why ML Commons refused', async () => {
    const words = '1 agents are still using this model, please delete or update the agents first';
    cluster.onDelete = () => {
      throw new ClusterError('rejected', words, 409);
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      reason: 'refused',
      clusterMessage: words,
    });
  });

  it('says undeploy_first when the model was deployed again at the last moment', async () => {
    cluster.onDelete = () => {
      cluster.state = 'DEPLOYED';
      throw new ClusterError(
        'rejected',
        'Model cannot be deleted in deploying or deployed state. Try undeploy model first then delete',
        400
      );
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      reason: 'undeploy_first',
    });
  });

  it.each(['timeout', 'unreachable', 'malformed'] as const)(
    'finds out that the model is gone when the answer was lost (%s)',
    async (kind) => {
      const { onDelete } = cluster;
      cluster.onDelete = () => {
        onDelete();
        throw new ClusterError(kind, 'lost');
      };
      await expect(deleteReviewedModel(cluster, 'm', await consentNow())).resolves.toMatchObject({
        result: 'deleted',
        response: null,
      });
    }
  );

  it('does not call a lost answer a success while the model is there', async () => {
    cluster.onDelete = () => {
      throw new ClusterError('timeout', 'Request timed out');
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      name: 'DeleteOutcomeUnknown',
      error: { kind: 'timeout' },
      review: { model: { id: 'm' }, verdict: 'clear' },
    });
  });

  it('takes no malformed answer for a refusal while safe delete is off', async () => {
    cluster.safeDelete = 'false';
    cluster.onDelete = () => {
      throw new ClusterError('malformed', 'Unexpected end of JSON input');
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      name: 'DeleteOutcomeUnknown',
      error: { kind: 'malformed' },
    });
  });

  it.each([500, 502, 504])(
    'finds out that the model is gone when what answered in its place was a %s',
    async (status) => {
      const { onDelete } = cluster;
      cluster.onDelete = () => {
        onDelete();
        throw new ClusterError('rejected', 'Gateway Time-out', status);
      };
      await expect(deleteReviewedModel(cluster, 'm', await consentNow())).resolves.toMatchObject({
        result: 'deleted',
        response: null,
      });
    }
  );

  it('does not take the word of a cluster that can not read its models for gone', async () => {
    const consent = await consentNow();
    cluster.onDelete = () => {
      cluster.unreadable = true;
      throw NOT_FOUND;
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).rejects.toMatchObject({
      kind: 'unreachable',
      message: NOT_READABLE.message,
    });
  });

  it('nor that of one that can read them again, and finds the model there', async () => {
    cluster.onDelete = () => {
      throw NOT_FOUND;
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      kind: 'rejected',
      message: NOT_FOUND.message,
      status: null,
    });
  });

  it('says gone of a model that went between the review and the delete', async () => {
    cluster.onDelete = () => {
      cluster.model = false;
      throw NOT_FOUND;
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('removes the group all the same when the way to the cluster broke once', async () => {
    const consent = await consentNow();
    let answers = 0;
    cluster.onGroupDelete = () => {
      answers += 1;
      if (answers === 1) throw new ClusterError('unreachable', 'socket hang up');
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      model_group: 'deleted',
    });
  });

  it.each([
    new ClusterError('unreachable', 'connect ECONNREFUSED'),
    new ClusterError('timeout', 'Request timed out'),
    new ClusterError('rejected', 'Gateway Time-out', 504),
  ])('does not say that the group was kept where that is not known: $message', async (lost) => {
    const consent = await consentNow();
    cluster.onGroupDelete = () => {
      throw lost;
    };
    await expect(deleteReviewedModel(cluster, 'm', consent)).resolves.toMatchObject({
      result: 'deleted',
      model_group: 'unknown',
    });
  });

  it('never touches the group when the delete failed', async () => {
    cluster.onDelete = () => {
      throw new ClusterError('forbidden', "User doesn't have privilege", 403);
    };
    await expect(deleteReviewedModel(cluster, 'm', await consentNow())).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(cluster.sent).toEqual([DELETE_MODEL]);
  });
});
