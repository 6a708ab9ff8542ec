import { setTimeout as sleep } from 'timers/promises';
import { createHash } from 'crypto';
import { conditionsOf, verdictOf } from '../../common/dependents/verdict';
import type { Review } from '../../common/dependents/review';
import type { Model } from '../../common/models/model';
import type { Cluster } from '../cluster/cluster';
import { isSearchCurrent, readRelease } from '../cluster/cluster_info';
import { ClusterError } from '../cluster/errors';
import type { StoredDocument } from '../cluster/json';
import { readGroupFacts, type GroupFacts } from '../cluster/model_groups';
import { countVersions, readModelAsStored } from '../cluster/models';
import { toModel } from '../documents/model_document';
import { readSafeDeleteIfPossible } from '../safe_delete/safe_delete';
import { dependentsOf } from './find_dependents';
import { readGuardrailClosure } from './guardrail_closure';
import { matchIdsAndCalls } from './id_matcher';
import { coverageOf, readAllSettled, readSources, type ReadOptions } from './read_sources';
import { connectorOfModel, readStoredConnectors } from './review_connectors';

/**
 * What uses a model, how far that could be checked, and what follows for a delete, all read now
 * and with the user's own permissions.
 * @throws ClusterError where the model itself or its group's versions can't be read
 */
export async function reviewModel(
  cluster: Cluster,
  modelId: string,
  options: ReadOptions = {}
): Promise<Review> {
  const reviewed = (await reviewModels(cluster, [modelId], options)).get(modelId);
  if (reviewed === undefined || reviewed instanceof ClusterError) {
    throw reviewed ?? new Error(`The model ${modelId} was not reviewed`);
  }
  return reviewed;
}

interface Group extends GroupFacts {
  id: string;
  /** Those that the user can see; hidden ones are counted for nobody. */
  versions: number;
}

/**
 * The group before its versions are counted: a version that is registered in between raises the
 * latest version later, and so is noticed.
 */
async function readGroup(cluster: Cluster, id: string): Promise<Group> {
  const facts = await readGroupFacts(cluster, id);
  return { id, ...facts, versions: await countVersions(cluster, id) };
}

function groupIdOf({ source }: StoredDocument): string | null {
  return typeof source.model_group_id === 'string' ? source.model_group_id : null;
}

function connectorIdOf({ source }: StoredDocument): string | null {
  return typeof source.connector_id === 'string' ? source.connector_id : null;
}

/**
 * What uses each of some models, how far that could be checked, and what follows for a delete, all
 * read now and with the user's own permissions. However many there are, each source is read once:
 * the reviews are those that each model has by itself on a cluster in which nothing changes.
 * A model that ML Commons can't read is reviewed by what a search shows of it.
 * A model that can't be reviewed, since itself or its group's versions can't be read, has the
 * cluster's error in place of a review.
 * @throws ClusterError where the cluster doesn't answer at all
 */
export async function reviewModels(
  cluster: Cluster,
  modelIds: readonly string[],
  options: ReadOptions = {}
): Promise<Map<string, Review | ClusterError>> {
  // the models first: unknown ids cost no more than these, and no API is asked that may not exist
  const [documents, { ids, sources }] = await Promise.all([
    readAllSettled(modelIds, (id) => readModelAsStored(cluster, id)),
    readGuardrailClosure(cluster, modelIds),
  ]);
  const found = [...documents.values()].flatMap((one) => (one instanceof ClusterError ? [] : one));
  const reviewed = new Map<string, Review | ClusterError>();
  for (const [id, one] of documents) if (one instanceof ClusterError) reviewed.set(id, one);
  if (found.length === 0) return reviewed;

  const groupIds = new Set(found.flatMap((document) => groupIdOf(document) ?? []));
  const connectorIds = new Set(found.flatMap((document) => connectorIdOf(document) ?? []));
  const matcher = matchIdsAndCalls(new Set([...ids, ...connectorIds]));
  const [groups, connectors, readings, safeDelete] = await Promise.all([
    readAllSettled([...groupIds], (id) => readGroup(cluster, id)),
    readStoredConnectors(cluster, [...connectorIds]),
    readSources(cluster, sources, matcher, options),
    readSafeDeleteIfPossible(cluster),
  ]);
  const dependents = dependentsOf(readings, [...found.map(({ id }) => id), ...connectorIds]);
  const coverage = coverageOf(readings);

  for (const document of found) {
    const groupId = groupIdOf(document);
    const group = groupId === null ? null : (groups.get(groupId) ?? null);
    if (group instanceof ClusterError) {
      reviewed.set(document.id, group);
      continue;
    }
    const model = toModel(document, (id) => ({ id, name: group?.name ?? id }));
    const review = assembleReview({
      model,
      model_group: group && assembleGroup(group, model),
      connector: connectorOfModel(document, connectors, dependents),
      ...(document.unreadable !== undefined && { unreadable: document.unreadable }),
      dependents: dependents.get(document.id) ?? [],
      coverage,
      safe_delete: safeDelete,
    });
    reviewed.set(document.id, review);
  }
  return reviewed;
}

/** All that was read for a review. */
export type ReviewBasis = Omit<Review, 'conditions' | 'verdict' | 'fingerprint'>;

/** A group, and whether it is deleted with a model of it. */
function assembleGroup(group: Group, { is_hidden: isHidden }: Model): Review['model_group'] {
  const { id, name, latest_version, versions } = group;
  const others = Math.max(versions - (isHidden ? 0 : 1), 0);
  return { id, name, last_version: others === 0, other_versions: others, latest_version };
}

/** What follows from what was read: the conditions of a delete, the first of them, fingerprint. */
function assembleReview(basis: ReviewBasis): Review {
  const conditions = conditionsOf(basis);
  return {
    ...basis,
    verdict: verdictOf(conditions),
    conditions,
    fingerprint: fingerprintOf(basis),
  };
}

/** OpenSearch refreshes an index each second: by then searches find what was changed before. */
const SEARCHABLE_AFTER_MS = 1_500;

/** Waits until searches find what was updated before; where they do at once nothing is waited for. */
export async function waitUntilSearchable(cluster: Cluster): Promise<void> {
  if (isSearchCurrent(await readRelease(cluster))) return;
  await sleep(SEARCHABLE_AFTER_MS);
}

export type FingerprintedReview = Pick<
  Review,
  'model' | 'model_group' | 'dependents' | 'coverage' | 'safe_delete'
>;

/**
 * SHA-256, in hex, of every consequence of a delete and all that its verdict rests on: which model
 * it is (another one can have the same id, but not the same `created_time`) and its state, its
 * group, how far that has grown and whether it goes, every reference, what fails together with each
 * dependent, how far was read, and safe delete. Not its connector, of which the delete is another. The order in which the cluster answers, names, other
 * times and the wording of errors are no part of it.
 */
export function fingerprintOf(review: FingerprintedReview): string {
  const { model, model_group: group, dependents, coverage, safe_delete: safeDelete } = review;
  const basis = {
    model: [model.id, model.state, model.created_time],
    group: group && [group.id, group.last_version, group.latest_version],
    references: dependents
      .flatMap(({ kind, id, references }) =>
        references.map(({ path, enforcement }) => JSON.stringify([kind, id, path, enforcement]))
      )
      .sort(),
    impact: dependents
      .flatMap((dependent) =>
        dependent.impact.map(({ kind, id }) =>
          JSON.stringify([dependent.kind, dependent.id, kind, id])
        )
      )
      .sort(),
    coverage: coverage.map(({ source, state }) => JSON.stringify([source, state])).sort(),
    safeDelete: safeDelete.enabled,
  };
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}
