import { createHash } from 'crypto';
import { ask, tell, type Json } from './opensearch';
import { readUntil, waitUntil } from './wait_for';

let counter = 0;

/** A name that no other test of this run uses. */
export function uniqueName(stem: string): string {
  counter += 1;
  return `${stem}-${process.pid.toString(36)}${Date.now().toString(36)}${counter}`;
}

/** What a test has made, undone in reverse order by `removeFixtures`. */
const undo: Array<() => Promise<unknown>> = [];

/** Undone by `removeFixtures`, before what was made earlier. */
export function removeLater(step: () => Promise<unknown>): void {
  undo.push(step);
}

export async function removeFixtures(): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}

/** With model access control the group is its maker's alone, unless `access` says otherwise. */
export async function makeGroup(
  name = uniqueName('group'),
  { access, authorization }: { access?: 'public'; authorization?: string } = {}
): Promise<string> {
  const { model_group_id: id } = await tell(
    'POST',
    '/_plugins/_ml/model_groups/_register',
    { name, access_mode: access },
    authorization
  );
  undo.push(() => ask('DELETE', `/_plugins/_ml/model_groups/${id}`));
  return String(id);
}

/**
 * ML Commons makes the index of its key with the first connector of a cluster, and on a busy machine
 * asks for the key before the index's shard has started: that creates nothing, and passes.
 */
async function createConnector(connector: Json): Promise<Json> {
  const answer = await readUntil(
    () => ask('POST', '/_plugins/_ml/connectors/_create', connector),
    ({ error }) => !JSON.stringify(error ?? '').includes('no_shard_available')
  );
  if (answer.error === undefined) return answer;
  throw new Error(`No connector was created: ${JSON.stringify(answer.error)}`);
}

/** A connector to an endpoint that isn't there; nothing calls it. Some fields may be others. */
export async function makeConnector(fields: Json = {}): Promise<string> {
  const connector = {
    name: uniqueName('connector'),
    description: 'of a test',
    version: '1',
    protocol: 'http',
    parameters: { model: 'test' },
    credential: { key: 'secret-credential' },
    actions: [
      {
        action_type: 'predict',
        method: 'POST',
        url: 'http://127.0.0.1:9/v1',
        headers: { Authorization: 'Bearer ${credential.key}', 'X-Key': 'secret-in-header' },
        request_body: '{ "input": "${parameters.input}" }',
      },
    ],
    ...fields,
  };
  const { connector_id: id } = await createConnector(connector);
  undo.push(() => ask('DELETE', `/_plugins/_ml/connectors/${id}`));
  return String(id);
}

export interface MadeModel {
  id: string;
  name: string;
  groupId: string;
}

/** A registered remote model, in a group of its own unless one is given. */
export async function makeModel(
  options: {
    name?: string;
    description?: string;
    groupId?: string;
    connectorId?: string;
    deploy?: boolean;
    /** of the user whose model and group it is */
    authorization?: string;
    /** What ML Commons is told besides. */
    fields?: Json;
  } = {}
): Promise<MadeModel> {
  const { name = uniqueName('model'), description = 'of a test', deploy = false } = options;
  const { authorization } = options;
  const groupId = options.groupId ?? (await makeGroup(undefined, { authorization }));
  const connectorId = options.connectorId ?? (await makeConnector());
  const { model_id: id } = await tell(
    'POST',
    `/_plugins/_ml/models/_register?deploy=${deploy}`,
    {
      name,
      description,
      function_name: 'remote',
      model_group_id: groupId,
      connector_id: connectorId,
      ...options.fields,
    },
    authorization
  );
  undo.push(async () => {
    await ask('POST', `/_plugins/_ml/models/${id}/_undeploy`);
    await ask('DELETE', `/_plugins/_ml/models/${id}`);
  });
  await untilState(String(id), deploy ? 'DEPLOYED' : 'REGISTERED');
  return { id: String(id), name, groupId };
}

/** As many models of one group, named by their place: one after the other, as ML Commons wants it. */
export async function makeModels(stem: string, count: number): Promise<MadeModel[]> {
  const shared = { groupId: await makeGroup(), connectorId: await makeConnector() };
  const made: MadeModel[] = [];
  for (let at = 0; at < count; at += 1) {
    made.push(await makeModel({ name: `${stem}-${String(at).padStart(2, '0')}`, ...shared }));
  }
  return made;
}

/** A local model with one chunk of content that no node could load. */
export async function makeLocalModel(): Promise<MadeModel> {
  const name = uniqueName('local');
  const groupId = await makeGroup();
  const content = `content of ${name}`;
  const { model_id: id } = await tell('POST', '/_plugins/_ml/models/_register_meta', {
    name,
    description: 'of a test',
    model_group_id: groupId,
    function_name: 'TEXT_EMBEDDING',
    model_format: 'TORCH_SCRIPT',
    model_content_hash_value: createHash('sha256').update(content).digest('hex'),
    model_content_size_in_bytes: content.length,
    total_chunks: 1,
    model_config: {
      model_type: 'bert',
      embedding_dimension: 384,
      framework_type: 'sentence_transformers',
      all_config: '{}',
    },
  });
  undo.push(() => ask('DELETE', `/_plugins/_ml/models/${id}`));
  await tell('POST', `/_plugins/_ml/models/${id}/upload_chunk/0`, content);
  await untilState(String(id), 'REGISTERED');
  return { id: String(id), name, groupId };
}

function untilState(modelId: string, wanted: string): Promise<void> {
  return waitUntil(
    `${wanted} as the state of the model ${modelId}`,
    async () => (await modelState(modelId)) === wanted
  );
}

export async function modelState(modelId: string): Promise<unknown> {
  const { model_state: state } = await ask('GET', `/_plugins/_ml/models/${modelId}`);
  return state;
}

export async function makeIngestPipeline(modelId: string, id = uniqueName('ingest')) {
  await tell('PUT', `/_ingest/pipeline/${id}`, {
    processors: [{ text_embedding: { model_id: modelId, field_map: { text: 'vector' } } }],
  });
  undo.push(() => ask('DELETE', `/_ingest/pipeline/${id}`));
  return id;
}

export async function makeSearchPipeline(modelId: string, id = uniqueName('search')) {
  await tell('PUT', `/_search/pipeline/${id}`, {
    response_processors: [
      {
        rerank: {
          ml_opensearch: { model_id: modelId },
          context: { document_fields: ['text'] },
        },
      },
    ],
  });
  undo.push(() => ask('DELETE', `/_search/pipeline/${id}`));
  return id;
}

/** An index whose documents run through an ingest pipeline, with an alias. */
export async function makeIndex(pipeline: string, alias = uniqueName('alias')) {
  const id = uniqueName('index');
  await tell('PUT', `/${id}`, {
    settings: { 'index.default_pipeline': pipeline, number_of_replicas: 0 },
    aliases: { [alias]: {} },
  });
  undo.push(() => ask('DELETE', `/${id}`));
  return { id, alias };
}

/** A search pipeline that ML Commons doesn't see: the id stands under `default_model_id`. */
export async function makeEnricherPipeline(modelId: string, id = uniqueName('enricher')) {
  await tell('PUT', `/_search/pipeline/${id}`, {
    request_processors: [{ neural_query_enricher: { default_model_id: modelId } }],
  });
  undo.push(() => ask('DELETE', `/_search/pipeline/${id}`));
  return id;
}

/** A flow agent whose tool calls the model: ML Commons sees it. */
export async function makeAgent(modelId: string, name = uniqueName('agent')) {
  const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name,
    type: 'flow',
    tools: [{ type: 'MLModelTool', parameters: { model_id: modelId, prompt: 'x' } }],
  });
  undo.push(() => ask('DELETE', `/_plugins/_ml/agents/${id}`));
  return { id: String(id), name };
}

/** A conversational agent whose LLM is the model: ML Commons doesn't see it. */
export async function makeConversationalAgent(modelId: string, name = uniqueName('chat')) {
  const { agent_id: id } = await tell('POST', '/_plugins/_ml/agents/_register', {
    name,
    type: 'conversational',
    llm: { model_id: modelId, parameters: { max_iteration: 2 } },
    memory: { type: 'conversation_index' },
    tools: [],
  });
  undo.push(() => ask('DELETE', `/_plugins/_ml/agents/${id}`));
  return { id: String(id), name };
}
