import { i18n } from '@osd/i18n';
import type { Trial } from '../../common/replacement/trial';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { readMapping } from '../cluster/indexes';
import { isRecord, type JsonRecord, valueAt } from '../cluster/json';
import { redactSecretText } from '../cluster/secrets';
import { sampleText } from './try_model';

/** What a pipeline is tried with. */
export interface PipelineSample {
  /** One of the indexes that the pipeline works for; null where there is none. */
  index: string | null;
  /** A document, or the body of a search, that the admin gives. */
  given?: JsonRecord;
  /** A text of the admin's, for a query. */
  text?: string;
}

const works = (detail: string): Trial => ({ result: 'works', detail });
const fails = (detail: string): Trial => ({ result: 'fails', detail });
const cannot = (detail: string): Trial => ({ result: 'cannot_be_tried', detail });

/** One document of an index; null where it has none. @throws ClusterError */
async function readOneDocument(cluster: Cluster, index: string): Promise<JsonRecord | null> {
  const answer = await cluster.request({
    method: 'POST',
    path: `/${encodeURIComponent(index)}/_search`,
    // its default search pipeline may need what only its own searches have
    query: { search_pipeline: '_none' },
    body: { size: 1 },
    reads: true,
  });
  const hits = valueAt(answer, 'hits', 'hits');
  const hit: unknown = Array.isArray(hits) ? hits[0] : undefined;
  if (!isRecord(hit) || !isRecord(hit._source)) return null;
  return { _index: hit._index, _id: hit._id, _source: hit._source };
}

/** The dimension of each vector field of an index, by its name. @throws ClusterError */
export async function readDimensions(
  cluster: Cluster,
  index: string
): Promise<Map<string, number>> {
  const mapping = await readMapping(cluster, index);
  const dimensions = new Map<string, number>();
  const visit = (fields: unknown, above: string) => {
    for (const [name, field] of Object.entries(isRecord(fields) ? fields : {})) {
      const at = `${above}${name}`;
      const dimension = Number(valueAt(field, 'dimension'));
      if (valueAt(field, 'type') === 'knn_vector' && dimension > 0) dimensions.set(at, dimension);
      visit(valueAt(field, 'properties'), `${at}.`);
    }
  };
  visit(valueAt(mapping, 'properties'), '');
  return dimensions;
}

function reasonOf(error: unknown): string {
  const reason = valueAt(error, 'reason');
  const root = valueAt(error, 'root_cause');
  const first: unknown = Array.isArray(root) ? root[0] : undefined;
  const words = reason ?? valueAt(first, 'reason') ?? JSON.stringify(error);
  return redactSecretText(String(words));
}

/** Each processor's result: with `verbose`, those of which a pipeline ignores the failure too. */
function processorResults(answer: unknown): unknown[] {
  const docs = valueAt(answer, 'docs');
  const first: unknown = Array.isArray(docs) ? docs[0] : undefined;
  const results = valueAt(first, 'processor_results');
  return Array.isArray(results) ? (results as unknown[]) : [];
}

/** The processors of neural-search that embed, and do nothing without the fields of their map. */
const EMBEDDING = ['text_embedding', 'sparse_encoding', 'text_image_embedding'];

/** The fields that a pipeline's own embedding processors read. */
function sourceFields(pipeline: JsonRecord): string[] {
  const processors = Array.isArray(pipeline.processors) ? (pipeline.processors as unknown[]) : [];
  return processors.flatMap((processor) =>
    EMBEDDING.flatMap((type) => {
      const map = valueAt(processor, type, 'field_map');
      if (!isRecord(map)) return [];
      return type === 'text_image_embedding' ? Object.values(map).map(String) : Object.keys(map);
    })
  );
}

function fieldAt(source: unknown, field: string): unknown {
  return isRecord(source) && field in source ? source[field] : valueAt(source, ...field.split('.'));
}

/**
 * Runs a document of one of its indexes through an ingest pipeline as it would be; nothing is
 * stored. @throws ClusterError
 */
export async function tryIngestPipeline(
  cluster: Cluster,
  pipeline: JsonRecord,
  { index, given }: PipelineSample
): Promise<Trial> {
  const document = given
    ? { _source: given }
    : index === null
      ? null
      : await readOneDocument(cluster, index);
  if (document === null) {
    return cannot(
      i18n.translate('mlModels.server.replacement.noDocument', {
        defaultMessage: 'No index with documents uses the pipeline.',
      })
    );
  }
  const fields = sourceFields(pipeline);
  const isEmpty = fields.length > 0 && fields.every((one) => !fieldAt(document._source, one));
  if (isEmpty) {
    return cannot(
      i18n.translate('mlModels.server.replacement.noField', {
        defaultMessage: 'The document has none of the fields {fields}.',
        values: { fields: fields.join(', ') },
      })
    );
  }
  const answer = await cluster.request({
    method: 'POST',
    path: '/_ingest/pipeline/_simulate',
    query: { verbose: 'true' },
    body: { pipeline, docs: [document] },
    reads: true,
    isExact: true,
  });
  const results = processorResults(answer);
  const failure = results.map((one) => valueAt(one, 'error')).find((one) => one !== undefined);
  if (failure !== undefined) return fails(reasonOf(failure));
  const last = results.at(-1);
  const made = valueAt(last, 'doc', '_source');
  const dimensions =
    index === null ? new Map<string, number>() : await readDimensions(cluster, index);
  const vectors = [...dimensions].flatMap(([field, dimension]) => {
    const vector = fieldAt(made, field);
    return Array.isArray(vector) ? [{ field, dimension, length: vector.length }] : [];
  });
  const other = vectors.find(({ dimension, length }) => dimension !== length);
  if (other) {
    return fails(
      i18n.translate('mlModels.server.replacement.otherVector', {
        defaultMessage:
          'The vector has {length, number} values, and the field {field} of {index} takes {dimension, number}.',
        values: { ...other, index },
      })
    );
  }
  return works(
    i18n.translate('mlModels.server.replacement.simulated', {
      defaultMessage:
        '{index, select, none {The document} other {A document of {index}}} passed{vectors, plural, =0 {} one {, with # vector that fits its field} other {, with # vectors that fit their fields}}.',
      values: { index: given || index === null ? 'none' : index, vectors: vectors.length },
    })
  );
}

/** Names of processors anywhere in a pipeline. */
function hasProcessor(pipeline: JsonRecord, type: string): boolean {
  return JSON.stringify(pipeline).includes(`"${type}":`);
}

/** A search that the processors of a pipeline have something to do for. */
function sampleSearch(pipeline: JsonRecord, field: string | undefined, text: string): JsonRecord {
  const isEnriched = hasProcessor(pipeline, 'neural_query_enricher') && field !== undefined;
  const ext = {
    ...(hasProcessor(pipeline, 'rerank') && { rerank: { query_context: { query_text: text } } }),
    ...(hasProcessor(pipeline, 'retrieval_augmented_generation') && {
      generative_qa_parameters: { llm_question: text, context_size: 1, timeout: 15 },
    }),
  };
  return {
    size: 1,
    query: isEnriched ? { neural: { [field]: { query_text: text, k: 1 } } } : { match_all: {} },
    ...(Object.keys(ext).length > 0 && { ext }),
  };
}

/** What a processor says of a search that lacks a part which only the pipeline's own searches have. */
const NEEDS_MORE = /^cannot find field: .* in query string/;

/** Searches one of its indexes through a search pipeline as it would be. @throws ClusterError */
export async function trySearchPipeline(
  cluster: Cluster,
  pipeline: JsonRecord,
  { index, given, text = sampleText() }: PipelineSample
): Promise<Trial> {
  if (index === null) {
    return cannot(
      i18n.translate('mlModels.server.replacement.noSearchedIndex', {
        defaultMessage: 'No index has this search pipeline as its default.',
      })
    );
  }
  const [field] = [...(await readDimensions(cluster, index)).keys()];
  const search = given ?? sampleSearch(pipeline, field, text);
  let answer: unknown;
  try {
    answer = await cluster.request({
      method: 'POST',
      path: `/${encodeURIComponent(index)}/_search`,
      body: { ...search, search_pipeline: pipeline },
      reads: true,
      isExact: true,
    });
  } catch (error) {
    if (given || !(error instanceof ClusterError) || !NEEDS_MORE.test(error.message)) throw error;
    return cannot(error.message);
  }
  const hits = valueAt(answer, 'hits', 'hits');
  return works(
    i18n.translate('mlModels.server.replacement.searched', {
      defaultMessage:
        'A search of {index} gave {hits, plural, =0 {no hits} one {# hit} other {# hits}}.',
      values: { index, hits: Array.isArray(hits) ? hits.length : 0 },
    })
  );
}
