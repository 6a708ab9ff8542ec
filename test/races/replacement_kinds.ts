import { removeLater, uniqueName } from '../cluster/fixtures';
import { ask, type Json, tell } from '../cluster/opensearch';

/** A kind of dependent that a colleague changes while it is changed by a replacement. */
export interface ReplacedKind {
  name: string;
  /** Makes one that uses a model; gives its id, as a plan names it. */
  make(modelId: string): Promise<string>;
  /** As the node keeps it. */
  read(id: string): Promise<Json>;
  /** What a colleague writes, with a mark of theirs in what they have just read. */
  change(id: string, now: Json, mark: string): Promise<unknown>;
}

const pipelines = (name: string, path: string, processors: (modelId: string) => Json) => ({
  name,
  async make(modelId: string) {
    const id = uniqueName(name.split(' ')[0] ?? '');
    await tell('PUT', `${path}/${id}`, processors(modelId));
    removeLater(() => ask('DELETE', `${path}/${id}`));
    return id;
  },
  read: async (id: string) => (await tell('GET', `${path}/${id}`))[id] as Json,
  change: (id: string, now: Json, mark: string) =>
    tell('PUT', `${path}/${id}`, { ...now, description: mark }),
});

const embed = (modelId: string): Json => ({
  processors: [{ text_embedding: { model_id: modelId, field_map: { text: 'vector' } } }],
});
const enrich = (modelId: string): Json => ({
  request_processors: [{ neural_query_enricher: { default_model_id: modelId } }],
});

const scripts: ReplacedKind = {
  name: 'stored_script',
  async make(modelId) {
    const id = uniqueName('script');
    const source = `["model_id": "${modelId}"].size()`;
    await tell('PUT', `/_scripts/${id}`, { script: { lang: 'painless', source } });
    removeLater(() => ask('DELETE', `/_scripts/${id}`));
    return id;
  },
  read: async (id) => (await tell('GET', `/_scripts/${id}`)).script as Json,
  change: (id, now, mark) =>
    tell('PUT', `/_scripts/${id}`, {
      script: { lang: 'painless', source: `${String(now.source)} // ${mark}` },
    }),
};

const agents = (name: string, change: (now: Json, mark: string) => Json): ReplacedKind => ({
  name,
  async make(modelId) {
    const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', {
      name: uniqueName('agent'),
      type: 'flow',
      tools: [{ type: 'MLModelTool', parameters: { model_id: modelId, prompt: 'x' } }],
    });
    removeLater(() => ask('DELETE', `/_plugins/_ml/agents/${id}`));
    return String(id);
  },
  read: (id) => tell('GET', `/_plugins/_ml/agents/${id}`),
  change: (id, now, mark) => tell('PUT', `/_plugins/_ml/agents/${id}`, change(now, mark)),
});

/** Kept by OpenSearch and by ML Commons; changed in what a replacement writes, and beside it. */
export const REPLACED_KINDS: readonly ReplacedKind[] = [
  pipelines('ingest_pipeline', '/_ingest/pipeline', embed),
  pipelines('search_pipeline', '/_search/pipeline', enrich),
  scripts,
  agents('agent, its description', (_, mark) => ({ description: mark })),
  agents('agent, its tools', ({ tools }, mark) => ({
    tools: (tools as Json[]).map((tool) => ({
      ...tool,
      parameters: { ...(tool.parameters as Json), prompt: mark },
    })),
  })),
];
