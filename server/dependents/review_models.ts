import type { Review } from '../../common/dependents';
import type { Cluster, StoredDocument } from '../cluster';
import { ClusterError, countVersions, readModelAsStored } from '../cluster';
import { readGroupFacts, type GroupFacts } from '../models/read_group_name';
import { toModel } from '../models/to_model';
import { readSafeDeleteIfPossible } from '../safe_delete';
import { assembleReview } from './assemble_review';
import { dependentsOf } from './model_dependents';
import { readEach } from './read_each';
import { coverageOf, readSources, type ReadOptions } from './read_sources';
import { seekIdsAndCalls } from './sought';
import { readStoppedWith } from './stopped_with';

export interface ReviewedModel {
  review: Review;
  /** Versions in its group that the user can see, itself included; null where it has no group. */
  versions: number | null;
}

interface Group extends GroupFacts {
  id: string;
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
): Promise<Map<string, ReviewedModel | ClusterError>> {
  // the models first: unknown ids cost no more than these, and no API is asked that may not exist
  const [documents, { ids, sources }] = await Promise.all([
    readEach(modelIds, (id) => readModelAsStored(cluster, id)),
    readStoppedWith(cluster, modelIds),
  ]);
  const found = [...documents.values()].flatMap((one) => (one instanceof ClusterError ? [] : one));
  const reviewed = new Map<string, ReviewedModel | ClusterError>();
  for (const [id, one] of documents) if (one instanceof ClusterError) reviewed.set(id, one);
  if (found.length === 0) return reviewed;

  const groupIds = new Set(found.flatMap((document) => groupIdOf(document) ?? []));
  const [groups, readings, safeDelete] = await Promise.all([
    readEach([...groupIds], (id) => readGroup(cluster, id)),
    readSources(cluster, sources, seekIdsAndCalls(ids), options),
    readSafeDeleteIfPossible(cluster),
  ]);
  const dependents = dependentsOf(
    readings,
    found.map(({ id }) => id)
  );
  const coverage = coverageOf(readings);

  for (const document of found) {
    const groupId = groupIdOf(document);
    const group = groupId === null ? null : (groups.get(groupId) ?? null);
    if (group instanceof ClusterError) {
      reviewed.set(document.id, group);
      continue;
    }
    const review = assembleReview({
      model: toModel(document, (id) => ({ id, name: group?.name ?? id })),
      model_group: group && {
        id: group.id,
        name: group.name,
        last_version: group.versions <= 1,
        latest_version: group.latest_version,
      },
      ...(document.unreadable !== undefined && { unreadable: document.unreadable }),
      dependents: dependents.get(document.id) ?? [],
      coverage,
      safe_delete: safeDelete,
    });
    reviewed.set(document.id, { review, versions: group && group.versions });
  }
  return reviewed;
}
