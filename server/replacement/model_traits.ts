import { isRecord, valueAt } from '../cluster/json';
import type { JsonRecord, StoredDocument } from '../cluster/json';
import { canonicalText } from '../documents/canonical_json';

/**
 * What matters of a model to those that call it. All may be null where neither the model's document
 * nor its connector says anything of it.
 */
export interface ModelTraits {
  groupId: string | null;
  isRemote: boolean;
  /** What it is for: `text_embedding`, `sparse_encoding`, `text_similarity`, `text_generation`, … */
  task: string | null;
  /** The architecture of a local model, such as `bert`. */
  modelType: string | null;
  dimension: string | null;
  spaceType: string | null;
  normalization: string | null;
  pooling: string | null;
  /** The hash of a local model's content; of a remote one the provider's model and input type. */
  weights: string | null;
  connectorId: string | null;
  /** The input and output that ML Commons checks; null where it checks none. */
  interface: string | null;
  /** The API of a remote model's provider, without the name of its model: what requests are like. */
  api: string | null;
  /** Where that API is. */
  host: string | null;
  state: string;
  isEnabled: boolean;
}

/** The fields of a model's document that its traits are read from, without its interface. */
export const TRAIT_FIELDS = [
  'algorithm',
  'model_group_id',
  'model_config',
  'model_content_hash_value',
  'connector_id',
  'connector.parameters',
  'connector.actions',
  'is_enabled',
  'model_state',
];

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null;

/** Local models that neural-search takes for one another: both give weights of tokens. */
const SAME_TASK: ReadonlyMap<string, string> = new Map([['sparse_tokenize', 'sparse_encoding']]);

/** The functions that a remote model can name as its `model_type` (FunctionName, RemoteModelConfig). */
const REMOTE_TASKS: ReadonlySet<string> = new Set([
  'text_embedding',
  'sparse_encoding',
  'sparse_tokenize',
  'text_similarity',
  'question_answering',
]);

/** The ends of the APIs by which providers generate texts. */
const GENERATES_TEXT =
  /(chat\/completions|\/completions|\/converse|\/messages|:generatecontent|\/responses)$/i;
/** The ends of those by which they embed. */
const EMBEDS = /\/(embeddings?|embed)$/i;
/** The end of those by which they rank texts by a query. */
const RANKS = /\/rerank$/i;

function taskOf(algorithm: string, modelType: string | null, api: string | null): string | null {
  const local = algorithm.toLowerCase();
  if (local !== 'remote') return local === '' ? null : (SAME_TASK.get(local) ?? local);
  const named = modelType?.toLowerCase() ?? '';
  if (REMOTE_TASKS.has(named)) return SAME_TASK.get(named) ?? named;
  if (api !== null && GENERATES_TEXT.test(api)) return 'text_generation';
  if (api !== null && RANKS.test(api)) return 'text_similarity';
  return api !== null && EMBEDS.test(api) ? 'text_embedding' : null;
}

/** The action by which a connector predicts; `batch_predict` and others have their own. */
function predictUrl(connector: unknown): string | null {
  const actions = valueAt(connector, 'actions');
  if (!Array.isArray(actions)) return null;
  const action = (actions as unknown[]).find(
    (one) => String(valueAt(one, 'action_type')).toLowerCase() === 'predict'
  );
  return textOf(valueAt(action, 'url'));
}

/** `${parameters.model}` in a URL, as the connector's parameters have it. */
function filledIn(url: string, parameters: JsonRecord): string {
  return url.replace(/\$\{parameters\.([^}]+)\}/g, (whole: string, name: string) => {
    return textOf(parameters[name]) ?? whole;
  });
}

/** What names the provider's model in a path: `/model/<name>/invoke`, `/models/<name>:generate`. */
const MODEL_IN_PATH = /\/(?:models?|deployments)\/([^/]+?)(?=\/|:[a-zA-Z]+$|$)/;

interface Provider {
  host: string;
  api: string;
  model: string | null;
}

/** Whom a connector calls, by which API, and for which model. */
function providerOf(connector: unknown): Provider | null {
  const url = predictUrl(connector);
  if (url === null) return null;
  const given = valueAt(connector, 'parameters');
  const parameters = isRecord(given) ? given : {};
  let address: URL;
  try {
    address = new URL(filledIn(url, parameters));
  } catch {
    return null;
  }
  const path = decodeURI(address.pathname);
  const inPath = MODEL_IN_PATH.exec(path)?.[1] ?? null;
  const named = ['model', 'model_name', 'modelId', 'model_id', 'deployment'].map((key) =>
    textOf(parameters[key])
  );
  return {
    host: address.host,
    api: inPath === null ? path : path.replace(inPath, '*'),
    model: named.find((one) => one !== null) ?? inPath,
  };
}

/** How a provider's model reads a text changes the vectors, too: `search_document`, `search_query`. */
function inputTypeOf(connector: unknown): string | null {
  const parameters = valueAt(connector, 'parameters');
  return textOf(valueAt(parameters, 'input_type')) ?? textOf(valueAt(parameters, 'inputType'));
}

function remoteWeights(provider: Provider | null, connector: unknown): string | null {
  if (!provider?.model) return null;
  const inputType = inputTypeOf(connector);
  const dimensions = textOf(valueAt(connector, 'parameters', 'dimensions'));
  return [provider.model, inputType, dimensions].filter((one) => one !== null).join(', ');
}

/**
 * The traits of a model, by its document and the connector that it has by id; null for a connector
 * that isn't known.
 */
export function traitsOf({ source }: StoredDocument, connectorOf: ConnectorOf): ModelTraits {
  const connectorId = textOf(source.connector_id);
  const connector = connectorId === null ? source.connector : connectorOf(connectorId);
  const config = source.model_config;
  const algorithm = textOf(source.algorithm) ?? '';
  const provider = providerOf(connector);
  const configuredType = textOf(valueAt(config, 'model_type'));
  const isRemote = algorithm.toLowerCase() === 'remote';
  return {
    groupId: textOf(source.model_group_id),
    isRemote,
    task: taskOf(algorithm, configuredType, provider?.api ?? null),
    // a remote model's is its task
    modelType: isRemote ? null : configuredType,
    dimension: textOf(valueAt(config, 'embedding_dimension')),
    spaceType: textOf(valueAt(config, 'additional_config', 'space_type')),
    normalization: textOf(valueAt(config, 'normalize_result')),
    pooling: textOf(valueAt(config, 'pooling_mode'))?.toLowerCase() ?? null,
    weights: isRemote
      ? remoteWeights(provider, connector)
      : textOf(source.model_content_hash_value),
    connectorId,
    interface: isRecord(source.interface) ? canonicalText(source.interface) : null,
    api: provider?.api ?? null,
    host: provider?.host ?? null,
    state: textOf(source.model_state) ?? '',
    isEnabled: source.is_enabled !== false,
  };
}

/** A connector's definition by its id; undefined where it could not be read. */
export type ConnectorOf = (connectorId: string) => JsonRecord | undefined;
