import { SIZE } from '../size';
import { connectorId, groupId, modelId } from './ids';
import { send, writeDocuments, type Json } from './send';
import { text } from './text';

/** None that ML Commons keeps in step with what is deployed: it would rewrite the documents. */
const STATES = ['REGISTERED', 'UNDEPLOYED', 'DEPLOY_FAILED'];
const FIRST_TIME = Date.UTC(2024, 0, 1);

function times(number: number): Json {
  const created = FIRST_TIME + number * 3_600_000;
  return { created_time: created, last_updated_time: created + 60_000 };
}

/** A name that no other model has. */
export function modelName(number: number): string {
  return `${text(number, 18).replaceAll(' ', '-')}-${number}`;
}

function common(number: number): Json {
  return {
    name: modelName(number),
    description: text(number, 80 + (number % 120)),
    model_version: String(1 + (number % 4)),
    model_group_id: groupId(number % SIZE.modelGroups),
    model_state: STATES[number % STATES.length],
    is_hidden: false,
    current_worker_node_count: 0,
    planning_worker_node_count: 1,
    auto_redeploy_retry_times: 0,
    deploy_to_all_nodes: true,
    ...times(number),
  };
}

function remote(number: number): Json {
  return {
    ...common(number),
    algorithm: 'REMOTE',
    connector_id: connectorId(number % 50),
    interface: {
      input: JSON.stringify({ type: 'object', properties: { parameters: { type: 'object' } } }),
      output: JSON.stringify({ type: 'object', properties: { inference_results: {} } }),
    },
  };
}

function local(number: number): Json {
  return {
    ...common(number),
    algorithm: 'TEXT_EMBEDDING',
    model_format: 'TORCH_SCRIPT',
    model_content_size_in_bytes: 90_000_000 + number,
    model_content_hash_value: connectorId(number).repeat(3),
    total_chunks: 10,
    model_config: {
      model_type: 'bert',
      embedding_dimension: 384,
      framework_type: 'SENTENCE_TRANSFORMERS',
      all_config: JSON.stringify({ architectures: ['BertModel'], hidden_size: 384 }),
    },
  };
}

/** Through the API once, so that ML Commons makes its indexes as it needs them. */
async function makeIndexes(url: string): Promise<void> {
  const { connector_id: connector } = await send('POST', `${url}/_plugins/_ml/connectors/_create`, {
    name: 'bench',
    description: 'Nothing listens there',
    version: '1',
    protocol: 'http',
    credential: { key: 'none' },
    parameters: {},
    actions: [{ action_type: 'predict', method: 'POST', url: 'http://127.0.0.1:9/', headers: {} }],
  });
  await send('POST', `${url}/_plugins/_ml/models/_register`, {
    name: 'made-through-the-api',
    function_name: 'remote',
    connector_id: connector,
  });
}

/** Models from a number up to another, and with the first of them all groups, as documents. */
export async function fillModels(url: string, from: number, to: number): Promise<void> {
  if (from === 0) await fillGroups(url);
  await writeDocuments(url, '.plugins-ml-model', [from, to], (number) => ({
    id: modelId(number),
    source: number % 5 === 0 ? local(number) : remote(number),
  }));
}

async function fillGroups(url: string): Promise<void> {
  await makeIndexes(url);
  await writeDocuments(url, '.plugins-ml-model-group', [0, SIZE.modelGroups], (number) => ({
    id: groupId(number),
    source: {
      name: `${text(number, 25)} ${number}`,
      description: text(number, 100),
      latest_version: 4,
      access: 'public',
      ...times(number),
    },
  }));
}
