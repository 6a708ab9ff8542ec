import { i18n } from '@osd/i18n';
import type { TryRequest } from '../../common/contracts/replacement';
import type { DependentKind } from '../../common/dependents/kinds';
import { isApplicable } from '../../common/replacement/action';
import type { Trial } from '../../common/replacement/trial';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { JsonRecord } from '../cluster/json';
import { mixedIndexes, planChange, type PlannedChange } from './plan_change';
import { checkFit, readUses } from './plan_replacement';
import { readVersioned } from './read_definitions';
import { type Exchange, readExchange } from './read_exchange';
import { predictOnce, type Prediction, sampleText } from './try_model';
import { readDimensions, tryIngestPipeline, trySearchPipeline } from './try_pipeline';

type Sample = TryRequest['sample'];

function predictionText({ tookMs, dimension }: Prediction): string {
  return dimension === null
    ? i18n.translate('mlModels.server.replacement.predicted', {
        defaultMessage: 'The model responded in {ms, number} ms.',
        values: { ms: tookMs },
      })
    : i18n.translate('mlModels.server.replacement.predictedVector', {
        defaultMessage:
          'The model responded in {ms, number} ms with a vector of {dimension, number} values.',
        values: { ms: tookMs, dimension },
      });
}

async function tryModel(cluster: Cluster, { replacement }: Exchange, sample: Sample) {
  const prediction = await predictOnce(cluster, replacement, sample ?? sampleText());
  const expected = Number(
    (replacement.source.model_config as JsonRecord | undefined)?.embedding_dimension
  );
  return { prediction, expected: Number.isInteger(expected) ? expected : null };
}

function otherDimensionText(dimension: number, expected: number): string {
  return i18n.translate('mlModels.server.replacement.otherPrediction', {
    defaultMessage:
      'The model gave a vector of {dimension, number} values instead of {expected, number}.',
    values: { dimension, expected },
  });
}

/** The model's own vector against the field of an index that it is to fill. */
async function trySemanticField(
  cluster: Cluster,
  index: string,
  exchange: Exchange,
  sample: Sample
): Promise<Trial> {
  const { prediction } = await tryModel(cluster, exchange, sample);
  const { dimension } = prediction;
  const fields = [...(await readDimensions(cluster, index))].filter(([field]) =>
    field.includes('_semantic_info')
  );
  const other = fields.find(([, expected]) => dimension !== null && expected !== dimension);
  return other && dimension !== null
    ? { result: 'fails', detail: otherDimensionText(dimension, other[1]) }
    : { result: 'works', detail: predictionText(prediction) };
}

function notTriedText(kind: DependentKind): string {
  return kind === 'agent'
    ? i18n.translate('mlModels.server.replacement.agentNotTried', {
        defaultMessage: 'Running an agent may change things, so agents aren’t tried.',
      })
    : i18n.translate('mlModels.server.replacement.notTried', {
        defaultMessage: 'Resources of this kind can’t be tried without changing them.',
      });
}

/** The first index that is behind a dependent. */
async function findIndex(
  cluster: Cluster,
  modelId: string,
  { kind, id }: Pick<TryRequest, 'kind' | 'id'>
): Promise<string | null> {
  const { dependents } = await readUses(cluster, modelId);
  const dependent = dependents.find((one) => one.kind === kind && one.id === id);
  return mixedIndexes({ kind, id }, dependent?.impact ?? [])[0] ?? null;
}

async function tryDependent(
  cluster: Cluster,
  exchange: Exchange,
  planned: PlannedChange,
  { kind, id, sample, index: given }: TryRequest
): Promise<Trial> {
  if (!isApplicable(planned)) {
    return { result: 'cannot_be_tried', detail: planned.reason ?? notTriedText(kind) };
  }
  if (kind === 'index') return trySemanticField(cluster, id, exchange, sample);
  if (kind !== 'ingest_pipeline' && kind !== 'search_pipeline') {
    return { result: 'cannot_be_tried', detail: notTriedText(kind) };
  }
  const index = given ?? (await findIndex(cluster, exchange.from, { kind, id }));
  const pipelineSample = {
    index,
    ...(typeof sample === 'string' ? { text: sample } : sample && { given: sample }),
  };
  return kind === 'ingest_pipeline'
    ? tryIngestPipeline(cluster, planned.changed, pipelineSample)
    : trySearchPipeline(cluster, planned.changed, pipelineSample);
}

/**
 * Tries another model in one dependent as it would be, or by itself where the dependent is that very
 * model; nothing is written. What the cluster refuses is an outcome, not an error.
 * @throws ReplacementConflict `unfit`
 * @throws ClusterError where what is to be tried can't be read
 */
export async function tryReplacement(
  cluster: Cluster,
  modelId: string,
  request: TryRequest
): Promise<Trial> {
  const { replacement_id: replacementId, kind, id, sample } = request;
  const exchange = await readExchange(cluster, modelId, replacementId);
  checkFit(exchange);
  const isOfModel = kind === 'model' && id === replacementId;
  const planned = isOfModel ? null : await readPlanned(cluster, exchange, request);
  try {
    if (planned) return await tryDependent(cluster, exchange, planned, request);
    const { prediction, expected } = await tryModel(cluster, exchange, sample);
    const { dimension } = prediction;
    return dimension !== null && expected !== null && dimension !== expected
      ? { result: 'fails', detail: otherDimensionText(dimension, expected) }
      : { result: 'works', detail: predictionText(prediction) };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { result: 'fails', detail: error.message };
  }
}

async function readPlanned(
  cluster: Cluster,
  exchange: Exchange,
  { kind, id, possible = false }: TryRequest
): Promise<PlannedChange> {
  const { definition } = await readVersioned(cluster, { kind, id }, exchange.release);
  return planChange({ kind, id, name: id, definition }, exchange, possible);
}
