import { Readable } from 'stream';
import type { Cluster, ClusterRequest } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { Chunks } from '../cluster/json_stream';

export interface StoredModel {
  state?: string;
  groupId?: string;
  /** The models that its guardrails call for. */
  guards?: string[];
  hidden?: boolean;
  /** Only its existence may be known. */
  forbidden?: boolean;
}

/** A cluster in memory with any models, their groups and pipelines; its answers are real ones. */
export class ModelsInMemory implements Cluster {
  readonly models = new Map<string, StoredModel>();
  /** Each with the number that its newest version was given. */
  readonly groups = new Map<string, number>();
  /** The model that each ingest pipeline uses. */
  readonly pipelines = new Map<string, string>();
  safeDelete = true;
  /** Every request, as `METHOD /path`, and `?` with what a search looks for. */
  readonly sent: string[] = [];

  add(id: string, model: StoredModel = {}): void {
    this.models.set(id, model);
    const { groupId } = model;
    if (groupId !== undefined) this.groups.set(groupId, (this.groups.get(groupId) ?? 0) + 1);
  }

  /** As ML Commons and the plugin do: the model, and its group where nothing is left in it. */
  remove(id: string): void {
    const groupId = this.models.get(id)?.groupId;
    this.models.delete(id);
    if (groupId !== undefined && this.versionsOf(groupId).length === 0) this.groups.delete(groupId);
  }

  async readStream<T>(request: ClusterRequest, read: (chunks: Chunks) => Promise<T>): Promise<T> {
    return read(Readable.from([Buffer.from(JSON.stringify(await this.request(request)))]));
  }

  async request(request: ClusterRequest): Promise<unknown> {
    const { method, path, query } = request;
    if (path === '/') return { version: { number: '3.6.0' } };
    const search = path.endsWith('_search') ? `?${JSON.stringify(request.body?.query)}` : '';
    const flat = query?.flat_settings === undefined ? '' : '?flat_settings';
    this.sent.push(`${method} ${path}${search}${flat}`);
    const [, of, id = ''] = /^\/_plugins\/_ml\/(models|model_groups)\/([^/]+)$/.exec(path) ?? [];
    if (path === '/_plugins/_ml/models/_search') return this.search(request.body ?? {});
    if (of === 'models') return this.ofModel(method, id);
    if (of === 'model_groups') return this.ofGroup(method, id);
    if (path === '/_ingest/pipeline') return Object.fromEntries(this.definitions());
    if (path === '/_search/pipeline') return {};
    if (path === '/_tasks') return { nodes: {} };
    if (path === '/_cluster/settings') {
      const setting = { safe_delete_model: String(this.safeDelete) };
      return { persistent: { plugins: { ml_commons: setting } } };
    }
    // as a cluster answers that has none of the other features
    const words = `no handler found for uri [${path}] and method [${method}]`;
    throw new ClusterError('rejected', words, 400);
  }

  private versionsOf(groupId: string): string[] {
    return [...this.models].flatMap(([id, model]) => (model.groupId === groupId ? id : []));
  }

  private definitions(): Array<[string, unknown]> {
    return [...this.pipelines].map(([name, modelId]) => [
      name,
      { processors: [{ text_embedding: { model_id: modelId } }] },
    ]);
  }

  /** Of versions in a group, or of models with guardrails; hidden ones are found by nobody. */
  private search(body: Record<string, unknown>) {
    const groupId = /"model_group_id":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
    const found = [...this.models].filter(
      ([, { hidden, guards = [], ...model }]) =>
        !hidden && (groupId === undefined ? guards.length > 0 : model.groupId === groupId)
    );
    const hits = found.map(([id, { guards = [] }], index) => ({
      _id: id,
      _source: { name: id, guardrails: guardrailsOf(guards) },
      sort: [index],
    }));
    return {
      _shards: { total: 1, successful: 1, failed: 0 },
      hits: { total: { value: hits.length }, hits },
    };
  }

  private ofModel(method: string, id: string) {
    const model = this.models.get(id);
    if (!model) {
      const words = `Failed to find model with the provided model id: ${id}`;
      throw new ClusterError('not_found', words, 404);
    }
    if (model.forbidden) {
      const words = "User doesn't have privilege to perform this operation on this model";
      throw new ClusterError('forbidden', words, 403);
    }
    if (method === 'DELETE') {
      this.models.delete(id);
      return { _id: id, result: 'deleted' };
    }
    const { state = 'REGISTERED', groupId, hidden } = model;
    return {
      name: id,
      algorithm: 'REMOTE',
      model_state: state,
      model_group_id: groupId,
      is_hidden: hidden,
      created_time: 1,
    };
  }

  private ofGroup(method: string, id: string) {
    if (method === 'DELETE' && this.versionsOf(id).length > 0) {
      const words = 'Cannot delete the model group when it has associated model versions';
      throw new ClusterError('rejected', words, 409);
    }
    if (!this.groups.has(id)) throw new ClusterError('not_found', 'Failed to find group', 404);
    if (method === 'DELETE') {
      this.groups.delete(id);
      return { _id: id, result: 'deleted' };
    }
    return { name: `the ${id}`, latest_version: this.groups.get(id) };
  }
}

function guardrailsOf([input, output]: readonly string[]) {
  return {
    type: 'model',
    ...(input !== undefined && { input_guardrail: { model_id: input } }),
    ...(output !== undefined && { output_guardrail: { model_id: output } }),
  };
}
