import { i18n } from '@osd/i18n';
import type { ConnectorsAnswer, SwapAnswer, SwapRequest } from '../../common/contracts/replacement';
import { splitTerms } from '../../common/models/listing';
import type { ConnectorCandidate } from '../../common/replacement/fit';
import { hasSameWeights } from '../../common/replacement/fit';
import type { Cluster } from '../cluster/cluster';
import { ClusterError, isOutcomeUnknown } from '../cluster/errors';
import type { JsonRecord, StoredDocument } from '../cluster/json';
import { readConnector, readConnectors } from '../cluster/model_groups';
import { readModel, updateModel } from '../cluster/models';
import { hashOf } from '../documents/canonical_json';
import { compareModels, isEmbedding } from './compare_models';
import { ReplacementConflict } from './errors';
import { traitsOf } from './model_traits';
import { identityOf, readConnectorIfPossible } from './read_exchange';

/** A model's own connector can't be another: ML Commons takes `connector_id` only where it has one. */
function whyNotSwappable({ source }: StoredDocument): string | undefined {
  if (typeof source.connector_id === 'string') return undefined;
  return source.connector === undefined
    ? i18n.translate('mlModels.server.swap.local', {
        defaultMessage: 'The model runs in the cluster, so there is no connector to swap.',
      })
    : i18n.translate('mlModels.server.swap.embedded', {
        defaultMessage:
          'The model has a connector of its own inside its document, which ML Commons can’t swap.',
      });
}

function connectorIdOf({ source }: StoredDocument): string {
  return String(source.connector_id);
}

/** What is behind the model's id now, and what would be with another connector. */
function compareConnectors(
  model: StoredDocument,
  now: JsonRecord | undefined,
  other: StoredDocument
): Pick<ConnectorCandidate, 'fit' | 'allowed' | 'reason' | 'mixes_vectors' | 'fingerprint'> {
  const before = traitsOf(model, () => now);
  const swapped = { ...model, source: { ...model.source, connector_id: other.id } };
  const after = traitsOf(swapped, () => other.source);
  const fit = compareModels(before, after);
  return {
    ...fit,
    mixes_vectors: isEmbedding(after) !== false && !hasSameWeights(fit),
    fingerprint: hashOf([
      identityOf(model),
      connectorIdOf(model),
      other.id,
      fit.fit.map(({ check, result }) => [check, result]),
    ]),
  };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function rankOf({ allowed, mixes_vectors: mixes, fit }: ConnectorCandidate): number {
  const different = fit.filter(({ result }) => result === 'different').length;
  return (allowed ? 0 : 100) + (mixes ? 10 : 0) + different;
}

/**
 * One page of the connectors that could be behind a remote model's id, each with how far it fits what
 * is there now; the best first. `why_not` where the model has none that can be swapped.
 * @throws ClusterError where the model or the connectors can't be read
 */
export async function listConnectors(
  cluster: Cluster,
  modelId: string,
  { search = '', from, size }: { search?: string; from: number; size: number }
): Promise<ConnectorsAnswer> {
  const model = await readModel(cluster, modelId);
  const whyNot = whyNotSwappable(model);
  if (whyNot !== undefined) return { connectors: [], total: 0, why_not: whyNot };
  const documents = new Map<string, StoredDocument>();
  await readConnectors(cluster, (document) => void documents.set(document.id, document));
  const now = documents.get(connectorIdOf(model))?.source;
  const terms = splitTerms(search.toLowerCase());
  const candidates = [...documents.values()]
    .filter(({ id }) => id !== connectorIdOf(model))
    .map((document): ConnectorCandidate => ({
      id: document.id,
      name: String(document.source.name ?? document.id),
      ...compareConnectors(model, now, document),
    }))
    .filter(({ id, name }) =>
      terms.every((term) => id.toLowerCase() === term || name.toLowerCase().includes(term))
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || collator.compare(a.name, b.name));
  return { connectors: candidates.slice(from, from + size), total: candidates.length };
}

/** Whether the model has the connector by now. @throws ClusterError */
async function hasConnector(cluster: Cluster, modelId: string, connectorId: string) {
  return connectorIdOf(await readModel(cluster, modelId)) === connectorId;
}

/**
 * Puts another connector behind a remote model's id, as it was shown: nothing that uses the model
 * changes, and a deployed model goes on serving (seen on 3.6.0). A swap to the old connector goes
 * back.
 * @throws ReplacementConflict where nothing was written, or the model is another than expected
 * @throws ClusterError where it was not written, or what is there isn't known
 */
export async function swapConnector(
  cluster: Cluster,
  modelId: string,
  { connector_id: connectorId, fingerprint, accept = [] }: SwapRequest
): Promise<SwapAnswer> {
  const model = await readModel(cluster, modelId);
  const whyNot = whyNotSwappable(model);
  if (whyNot !== undefined) throw new ReplacementConflict('unfit', { detail: whyNot });
  const before = connectorIdOf(model);
  const [now, other] = await Promise.all([
    readConnectorIfPossible(cluster, before),
    readConnector(cluster, connectorId),
  ]);
  const compared = compareConnectors(model, now?.source, other);
  if (compared.fingerprint !== fingerprint) throw new ReplacementConflict('changed');
  if (!compared.allowed) throw new ReplacementConflict('unfit', { detail: compared.reason });
  if (compared.mixes_vectors && !accept.includes('mixed_vectors')) {
    throw new ReplacementConflict('mixes_vectors');
  }
  try {
    await updateModel(cluster, modelId, { connector_id: connectorId });
  } catch (error) {
    const isLost = error instanceof ClusterError && isOutcomeUnknown(error);
    if (!isLost || !(await hasConnector(cluster, modelId, connectorId))) throw error;
  }
  if (!(await hasConnector(cluster, modelId, connectorId))) {
    throw new ReplacementConflict('unexpected');
  }
  return { result: 'swapped', before, after: connectorId };
}
