import type { Problem, Troubled, TroubledModel } from '../../common/models/troubled';
import type { Cluster } from '../cluster/cluster';
import { isAtLeast, readRelease } from '../cluster/cluster_info';
import type { Release } from '../cluster/cluster_info';
import { ClusterError, isUnreadableModel } from '../cluster/errors';
import { valueAt } from '../cluster/json';
import type { StoredDocument } from '../cluster/json';
import { readGroupNames } from '../cluster/model_groups';
import { readModel, readModelFields, readModelsByIds, SUMMARY_FIELDS } from '../cluster/models';
import { collected } from '../cluster/search_all';
import { readAllSettled } from '../dependents/read_sources';
import { groupIdsOf, toModel } from '../documents/model_document';
import { mayBeUnreadable, problemOfState } from './problems';

/** As many are listed. */
const MOST_LISTED = 200;

/** What tells that something is wrong with a model. */
const FIELDS = [
  'model_state',
  'algorithm',
  'last_updated_time',
  'model_config.model_type',
  'model_config.framework_type',
  'model_config.additional_config.space_type',
];

interface Found {
  id: string;
  problem: Problem;
  updated: number;
  detail?: string;
}

/**
 * The models that don't work and won't by themselves: their deploy failed an hour ago or more, they
 * have been deploying or registering for as long, or ML Commons can't read them.
 * @throws ClusterError where the models can't be read
 */
export async function readTroubled(cluster: Cluster): Promise<Troubled> {
  const [release, documents] = await Promise.all([
    readRelease(cluster),
    collected((take) => readModelFields(cluster, FIELDS, take)),
  ]);
  const now = Date.now();
  const unreadable = await readUnreadable(cluster, documents, release);
  const found = documents
    .flatMap(({ id, source }): Found[] => {
      const detail = unreadable.get(id);
      const problem = detail === undefined ? problemOfState(source, now) : 'unreadable';
      const updated = Number(valueAt(source, 'last_updated_time') ?? 0);
      return problem ? [{ id, problem, updated, ...(detail !== undefined && { detail }) }] : [];
    })
    .sort((a, b) => a.updated - b.updated);
  const listed = found.slice(0, MOST_LISTED);
  return { models: await describe(cluster, listed), more: found.length - listed.length };
}

/** ML Commons' words for each model that it can't read, of those whose documents look like it. */
async function readUnreadable(
  cluster: Cluster,
  documents: readonly StoredDocument[],
  release: Release | null
): Promise<Map<string, string>> {
  const asksForSpaceType = release !== null && isAtLeast(release, 3, 1);
  const suspects = documents.filter(({ source }) => mayBeUnreadable(source, { asksForSpaceType }));
  const read = await readAllSettled(
    suspects.slice(0, MOST_LISTED).map(({ id }) => id),
    (id) => readModel(cluster, id)
  );
  const words = new Map<string, string>();
  for (const [id, answer] of read) {
    if (answer instanceof ClusterError && isUnreadableModel(answer)) words.set(id, answer.message);
  }
  return words;
}

async function describe(cluster: Cluster, found: readonly Found[]): Promise<TroubledModel[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const documents = await collected((take) => readModelsByIds(cluster, ids, take, SUMMARY_FIELDS));
  const groupNames = await readGroupNames(cluster, groupIdsOf(documents));
  const byId = new Map(documents.map((one) => [one.id, one]));
  return found.flatMap(({ id, problem, detail }) => {
    const document = byId.get(id);
    // deleted meanwhile
    if (!document) return [];
    const model = toModel(document, (group) => ({
      id: group,
      name: groupNames.get(group) ?? group,
    }));
    return [{ model, problem, ...(detail !== undefined && { detail }) }];
  });
}
