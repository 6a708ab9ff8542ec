import { i18n } from '@osd/i18n';
import type { Dependent } from '../../common/dependents/dependent';
import type { Coverage } from '../../common/dependents/coverage';
import { type DependentKind, nodeKey } from '../../common/dependents/kinds';
import { notChecked } from '../../common/dependents/verdict';
import { isApplicable } from '../../common/replacement/action';
import type { Change, Plan } from '../../common/replacement/plan';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { giveWay } from '../cluster/give_way';
import { countDocuments } from '../cluster/indexes';
import type { JsonRecord, StoredDocument } from '../cluster/json';
import { readGroupNames } from '../cluster/model_groups';
import { dependentsOf } from '../dependents/find_dependents';
import { readGuardrailClosure } from '../dependents/guardrail_closure';
import { matchIdsAndCalls } from '../dependents/id_matcher';
import { coverageOf, readSources } from '../dependents/read_sources';
import { groupIdsOf, toModel } from '../documents/model_document';
import { hashOf } from '../documents/canonical_json';
import { ReplacementConflict } from './errors';
import { writeText } from './dependent_write';
import { readMissingPermissions } from './missing_permissions';
import { mixedIndexes, planChange } from './plan_change';
import { readDefinitions } from './read_definitions';
import { type Exchange, identityOf, readExchange } from './read_exchange';

/** In the order in which changes are applied: what writes vectors before what searches them. */
const APPLIED_IN_ORDER: readonly DependentKind[] = [
  'index_template',
  'ingest_pipeline',
  'index',
  'model',
  'memory_container',
  'cluster_setting',
  'search_pipeline',
  'stored_script',
  'context_template',
  'mcp_tool',
  'agent',
];

function orderOf(kind: DependentKind): number {
  const place = APPLIED_IN_ORDER.indexOf(kind);
  return place < 0 ? APPLIED_IN_ORDER.length : place;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The order in which dependents are changed. */
export function compareForWriting(
  a: Pick<Dependent, 'kind' | 'name'>,
  b: Pick<Dependent, 'kind' | 'name'>
): number {
  return orderOf(a.kind) - orderOf(b.kind) || collator.compare(a.name, b.name);
}

/** What uses a model, whether or not there is one. @throws ClusterError */
export async function readUses(
  cluster: Cluster,
  modelId: string
): Promise<{ dependents: Dependent[]; coverage: Coverage }> {
  const { ids, sources } = await readGuardrailClosure(cluster, [modelId]);
  const readings = await readSources(cluster, sources, matchIdsAndCalls(ids));
  const dependents = dependentsOf(readings, [modelId]).get(modelId) ?? [];
  return { dependents, coverage: coverageOf(readings) };
}

/** A dependent, or a whole kind, that could not be read. */
function unreadChange(
  { kind, id, name, impact = [] }: Pick<Change, 'kind' | 'id' | 'name'> & Partial<Change>,
  reason: string | undefined
): Change {
  return {
    kind,
    id,
    name,
    action: 'not_checked',
    paths: [],
    possible_paths: [],
    before: null,
    after: null,
    ...(reason !== undefined && { reason }),
    impact,
    mixed_vectors: null,
    fingerprint: '',
  };
}

interface Draft {
  change: Change;
  /** Of which the documents are still to be counted. */
  mixed: string[];
  /** What changes it, for whoever may. */
  writeText(): string;
}

function draftChange(
  { kind, id, name, impact, references }: Dependent,
  read: JsonRecord | ClusterError,
  exchange: Exchange,
  withPossible: boolean
): Draft | null {
  if (read instanceof ClusterError) {
    // it went since it was found: nothing of it is left to change
    if (read.kind === 'not_found') return null;
    const paths = references.map(({ path }) => path);
    return {
      mixed: [],
      writeText: () => '',
      change: { ...unreadChange({ kind, id, name, impact }, read.message), paths },
    };
  }
  const planned = planChange({ kind, id, name, definition: read }, exchange, withPossible);
  const { action, paths, possible_paths, before, after, reason, requests } = planned;
  const mixed = planned.mixesVectors ? mixedIndexes({ kind, id }, impact) : [];
  return {
    mixed,
    writeText: () => writeText({ kind, id, definition: planned.changed }, planned.places),
    change: {
      ...{ kind, id, name, action, paths, possible_paths, before, after, impact },
      ...(reason !== undefined && { reason }),
      ...(requests !== undefined && { requests }),
      mixed_vectors: planned.mixesVectors
        ? mixed.map((index) => ({ index, documents: null }))
        : null,
      fingerprint: planned.fingerprint,
    },
  };
}

async function withCounts(cluster: Cluster, drafts: readonly Draft[]): Promise<Change[]> {
  const names = [...new Set(drafts.flatMap(({ mixed }) => mixed))];
  const counts = await countDocuments(cluster, names);
  return drafts.map(({ change }) => ({
    ...change,
    mixed_vectors:
      change.mixed_vectors?.map(({ index }) => ({
        index,
        documents: counts.get(index) ?? null,
      })) ?? null,
  }));
}

function notPermittedText(permission: string): string {
  return i18n.translate('mlModels.server.replacement.notPermitted', {
    defaultMessage: 'You need the permission {permission} to change it.',
    values: { permission },
  });
}

/** The drafts, in which what the user may not write is left to whoever may. @throws what is no ClusterError */
async function withPermissions(cluster: Cluster, drafts: readonly Draft[]): Promise<Draft[]> {
  const applicable = drafts.filter(({ change }) => isApplicable(change));
  const missing = await readMissingPermissions(
    cluster,
    applicable.map(({ change }) => change)
  );
  return drafts.map((draft) => {
    const permission = isApplicable(draft.change) ? missing.get(nodeKey(draft.change)) : undefined;
    if (permission === undefined) return draft;
    return {
      ...draft,
      mixed: [],
      change: {
        ...draft.change,
        action: 'manual' as const,
        reason: notPermittedText(permission),
        requests: draft.writeText(),
        ...{ before: null, after: null, mixed_vectors: null, fingerprint: '' },
      },
    };
  });
}

/** SHA-256, in hex, of all that a plan says, but for counts, names and the words of errors. */
function fingerprintOfPlan(
  exchange: Pick<Exchange, 'old' | 'replacement' | 'fit'>,
  changes: readonly Change[],
  coverage: Coverage
): string {
  return hashOf([
    identityOf(exchange.old),
    identityOf(exchange.replacement),
    exchange.fit.fit.map(({ check, result }) => [check, result]),
    changes
      .map(({ kind, id, action, paths, fingerprint, impact }) => [
        ...[kind, id, action, fingerprint],
        [...paths].sort(),
        impact.map(nodeKey).sort(),
      ])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    coverage.map(({ source, state }) => `${source} ${state}`).sort(),
  ]);
}

/**
 * What a replacement does to everything that uses a model, read now and with the user's own
 * permissions; nothing is written. `possible`: the dependents, by `kind/id`, that are to change
 * where the model isn't used for sure, too.
 * @throws ClusterError where a model can't be read
 * @throws ReplacementConflict `unfit` where the one can't replace the other
 */
export async function planReplacement(
  cluster: Cluster,
  modelId: string,
  { replacementId, possible = [] }: { replacementId: string; possible?: readonly string[] }
): Promise<Plan> {
  const [exchange, { dependents, coverage }] = await Promise.all([
    readExchange(cluster, modelId, replacementId),
    readUses(cluster, modelId),
  ]);
  checkFit(exchange);
  const chosen = new Set(possible);
  const definitions = await readDefinitions(cluster, dependents, exchange.release);
  const found: Draft[] = [];
  for (const dependent of dependents) {
    const key = nodeKey(dependent);
    const read = definitions.get(key);
    const draft = read && draftChange(dependent, read, exchange, chosen.has(key));
    if (draft) found.push(draft);
    // hundreds would hold up every other request
    await giveWay();
  }
  const [counted, modelOf] = await Promise.all([
    withCounts(cluster, await withPermissions(cluster, found)),
    readModelOf(cluster, exchange),
  ]);
  const changes = [
    ...counted.sort(compareForWriting),
    ...notChecked(coverage).map(({ source, detail }) =>
      unreadChange({ kind: source, id: '', name: '' }, detail)
    ),
  ];
  return {
    model: exchange.old && modelOf(exchange.old),
    replacement: modelOf(exchange.replacement),
    ...exchange.fit,
    changes,
    coverage,
    fingerprint: fingerprintOfPlan(exchange, changes, coverage),
  };
}

function sameModelText(): string {
  return i18n.translate('mlModels.server.replacement.sameModel', {
    defaultMessage: 'The model can’t replace itself.',
  });
}

/** @throws ReplacementConflict `unfit` */
export function checkFit({ from, to, fit }: Exchange): void {
  if (from === to) throw new ReplacementConflict('unfit', { detail: sameModelText() });
  if (!fit.allowed) throw new ReplacementConflict('unfit', { detail: fit.reason });
}

async function readModelOf(cluster: Cluster, { old, replacement }: Exchange) {
  const documents = old ? [old, replacement] : [replacement];
  const names = await readGroupNames(cluster, groupIdsOf(documents));
  return (document: StoredDocument) =>
    toModel(document, (id) => ({ id, name: names.get(id) ?? id }));
}
