import type { CandidatesAnswer } from '../../common/contracts/replacement';
import { splitTerms } from '../../common/models/listing';
import type { Candidate } from '../../common/replacement/fit';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import type { JsonRecord, StoredDocument } from '../cluster/json';
import { readConnectors, readGroupNames } from '../cluster/model_groups';
import { readModelFields, readModelsByIds, SUMMARY_FIELDS } from '../cluster/models';
import { groupIdsOf, toModel } from '../documents/model_document';
import { compareModels, rankOf } from './compare_models';
import { TRAIT_FIELDS, traitsOf } from './model_traits';
import { readModelIfThere } from './read_exchange';
import type { ConnectorOf, ModelTraits } from './model_traits';

interface Page {
  search?: string;
  from: number;
  size: number;
}

/** Connectors say more of remote models; one that can't be read leaves checks unknown. */
async function readConnectorsIfPossible(cluster: Cluster): Promise<ConnectorOf> {
  const connectors = new Map<string, JsonRecord>();
  try {
    await readConnectors(cluster, ({ id, source }) => void connectors.set(id, source));
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
  }
  return (id) => connectors.get(id);
}

/** Each term is in a model's name or description, or is its id. */
function matches({ id, source }: StoredDocument, terms: readonly string[]): boolean {
  const text = `${String(source.name ?? '')} ${String(source.description ?? '')}`.toLowerCase();
  return terms.every((term) => id === term || text.includes(term.toLowerCase()));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

interface Compared {
  document: StoredDocument;
  traits: ModelTraits;
  rank: number[];
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The best first; of as good ones the newest version, then by name. */
function inOrder(compared: Compared[]): Compared[] {
  const versionOf = ({ document }: Compared) => Number(document.source.model_version) || 0;
  const nameOf = ({ document }: Compared) => String(document.source.name ?? document.id);
  return compared.sort(
    (a, b) =>
      compareRanks(a.rank, b.rank) ||
      (a.traits.groupId !== null && a.traits.groupId === b.traits.groupId
        ? versionOf(b) - versionOf(a)
        : 0) ||
      collator.compare(nameOf(a), nameOf(b)) ||
      (a.document.id < b.document.id ? -1 : 1)
  );
}

/** The interfaces of a page's models: they are long texts, and order nothing. */
async function withInterfaces(
  cluster: Cluster,
  page: readonly Compared[]
): Promise<Array<{ document: StoredDocument }>> {
  const found = new Map<string, unknown>();
  const ids = page.map(({ document }) => document.id);
  await readModelsByIds(cluster, ids, ({ id, source }) => void found.set(id, source.interface), [
    'interface',
  ]);
  return page.map(({ document: { id, source } }) => ({
    document: { id, source: { ...source, interface: found.get(id) } },
  }));
}

/**
 * One page of all models that the user may see but the one that is to be replaced, each with how far
 * it can stand in for that; the best fits first. Of a model that is gone nothing is known.
 * @throws ClusterError where the models can't be read
 */
export async function listCandidates(
  cluster: Cluster,
  modelId: string,
  { search = '', from, size }: Page
): Promise<CandidatesAnswer> {
  const documents: StoredDocument[] = [];
  const [old, connectorOf] = await Promise.all([
    readModelIfThere(cluster, modelId),
    readConnectorsIfPossible(cluster),
    readModelFields(cluster, [...new Set([...SUMMARY_FIELDS, ...TRAIT_FIELDS])], (document) => {
      documents.push(document);
    }),
  ]);
  const oldTraits = old && traitsOf(old, connectorOf);
  const terms = splitTerms(search);
  const compared = documents
    .filter((document) => document.id !== modelId && matches(document, terms))
    .map((document): Compared => {
      const traits = traitsOf(document, connectorOf);
      return {
        document,
        traits,
        rank: rankOf(compareModels(oldTraits, traits), oldTraits, traits),
      };
    });
  const page = await withInterfaces(cluster, inOrder(compared).slice(from, from + size));
  const groupNames = await readGroupNames(
    cluster,
    groupIdsOf(page.map(({ document }) => document))
  );
  const candidates = page.map(({ document }): Candidate => ({
    model: toModel(document, (id) => ({ id, name: groupNames.get(id) ?? id })),
    ...compareModels(oldTraits, traitsOf(document, connectorOf)),
  }));
  return { candidates, total: compared.length };
}
