import { i18n } from '@osd/i18n';
import type { Cluster, ClusterRequest } from '../cluster/cluster';
import { isRecord, valueAt } from '../cluster/json';
import type { JsonRecord, StoredDocument } from '../cluster/json';
import { readConnector } from '../cluster/model_groups';
import { traitsOf } from './model_traits';
import type { ModelTraits } from './model_traits';

/** What a model gave for a sample. */
export interface Prediction {
  /** How long the cluster took for its answer, in ms. */
  tookMs: number;
  /** The number of values of its vector; null where it gave none. */
  dimension: number | null;
}

/** A text that is sent where an admin gives none. */
export function sampleText(): string {
  return i18n.translate('mlModels.server.replacement.sampleText', {
    defaultMessage: 'A short text to try the model',
  });
}

/** The algorithms whose models take texts as they are (MLInput, TextDocsInputDataSet). */
const TEXT_ALGORITHMS: ReadonlySet<string> = new Set([
  'text_embedding',
  'sparse_encoding',
  'text_similarity',
]);

/** The predict action of a connector. */
function predictAction(connector: JsonRecord | null): unknown {
  const actions = connector?.actions;
  if (!Array.isArray(actions)) return undefined;
  return (actions as unknown[]).find(
    (one) => String(valueAt(one, 'action_type')).toLowerCase() === 'predict'
  );
}

/** The parameters of a request that the connector leaves to the caller, each with the sample. */
function openParameters(connector: JsonRecord | null, text: string): JsonRecord {
  const body = String(valueAt(predictAction(connector), 'request_body') ?? '');
  const given = isRecord(connector?.parameters) ? connector.parameters : {};
  const names = [...body.matchAll(/\$\{parameters\.([^}:]+)/g)].map(([, name]) => name ?? '');
  const open = names.filter((name) => !(name in given));
  return Object.fromEntries(
    (open.length > 0 ? open : ['prompt']).map((name) => [
      name,
      name === 'messages' ? JSON.stringify([{ role: 'user', content: text }]) : text,
    ])
  );
}

function predictRequest(
  { id }: StoredDocument,
  { task, isRemote }: ModelTraits,
  connector: JsonRecord | null,
  sample: string | JsonRecord
): ClusterRequest {
  const path = `/_plugins/_ml/models/${encodeURIComponent(id)}/_predict`;
  if (typeof sample !== 'string') return { method: 'POST', path, body: sample };
  const takesTexts =
    valueAt(predictAction(connector), 'pre_process_function') !== undefined || !isRemote;
  const isOfTexts = task !== null && TEXT_ALGORITHMS.has(task);
  const algorithm = isOfTexts || !isRemote ? task : 'text_embedding';
  if (takesTexts && algorithm !== null) {
    return {
      method: 'POST',
      path: `/_plugins/_ml/_predict/${algorithm}/${encodeURIComponent(id)}`,
      body:
        algorithm === 'question_answering'
          ? { question: sample, context: sample }
          : { text_docs: [sample], ...(algorithm === 'text_similarity' && { query_text: sample }) },
    };
  }
  return { method: 'POST', path, body: { parameters: openParameters(connector, sample) } };
}

/** The vector among the outputs of an answer to a predict. */
function dimensionOf(answer: unknown): number | null {
  const results = valueAt(answer, 'inference_results');
  const first: unknown = Array.isArray(results) ? results[0] : undefined;
  const outputs = valueAt(first, 'output');
  for (const output of Array.isArray(outputs) ? (outputs as unknown[]) : []) {
    const values = valueAt(output, 'data');
    if (Array.isArray(values) && typeof values[0] === 'number') return values.length;
  }
  return null;
}

/**
 * Has a model predict once, for a text or for a body of the predict API; a model that isn't deployed
 * may be deployed by that (`model_auto_deploy`). @throws ClusterError in ML Commons' own words
 */
export async function predictOnce(
  cluster: Cluster,
  document: StoredDocument,
  sample: string | JsonRecord
): Promise<Prediction> {
  const { connector_id: connectorId, connector: embedded } = document.source;
  const connector =
    typeof connectorId === 'string'
      ? (await readConnector(cluster, connectorId)).source
      : isRecord(embedded)
        ? embedded
        : null;
  const traits = traitsOf(document, () => connector ?? undefined);
  const began = performance.now();
  const answer = await cluster.request(predictRequest(document, traits, connector, sample));
  return { tookMs: Math.round(performance.now() - began), dimension: dimensionOf(answer) };
}
