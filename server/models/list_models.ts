import { MAX_GROUP_FACETS } from '../../common/contracts/models';
import type { ListModelsAnswer, ListModelsQuery, UsageAnswer } from '../../common/contracts/models';
import { notChecked } from '../../common/dependents/verdict';
import { needsUsage, splitTerms } from '../../common/models/listing';
import type { UsageFilter } from '../../common/models/listing';
import { timesUsed, usageIn } from '../../common/models/usage';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/errors';
import { readGroupNames, readModelGroups } from '../cluster/model_groups';
import { readModelPage } from '../cluster/model_page';
import type { ModelPageRequest } from '../cluster/model_page';
import { groupIdsOf, toModel } from '../documents/model_document';
import { readUsage } from './read_usage';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

type ListQuery = Omit<ListModelsQuery, 'data_source_id'>;

/**
 * One page of models, as OpenSearch finds, sorts and counts them. What uses them is read only where
 * the query filters or sorts by it.
 * @throws ClusterError where the models can't be read
 */
export async function listModels(cluster: Cluster, query: ListQuery): Promise<ListModelsAnswer> {
  const usage = needsUsage(query) ? await readUsage(cluster) : undefined;
  const ranks =
    query.sort_field === 'model_group'
      ? readGroupRanks(cluster)
      : usage && new Map(Object.entries(usage.usage).map(([id, one]) => [id, timesUsed(one)]));
  const page = await readModelPage(
    cluster,
    { ...pageRequestOf(query, usage), ranks },
    MAX_GROUP_FACETS
  );
  const groupNames = await readGroupNames(cluster, [
    ...groupIdsOf(page.documents),
    ...page.facets.groupIds.map(({ value }) => value),
  ]);
  const groupOf = (id: string) => ({ id, name: groupNames.get(id) ?? id });
  const models = page.documents.map((document) => toModel(document, groupOf));
  return {
    models,
    total: page.total,
    total_unfiltered: page.totalUnfiltered,
    facets: {
      states: inOrder(page.facets.states, ({ value }) => value),
      function_names: inOrder(page.facets.functionNames, ({ value }) => value),
      model_groups: inOrder(
        page.facets.groupIds.map(({ value, count }) => ({ ...groupOf(value), count })),
        ({ name }) => name
      ),
    },
    ...(usage && {
      usage: Object.fromEntries(models.map(({ id }) => [id, usageIn(usage.usage, id)])),
      coverage: usage.coverage,
    }),
  };
}

/** What a query says, with the ids of the models that it asks for by their use. */
function pageRequestOf(query: ListQuery, usage?: UsageAnswer): ModelPageRequest {
  const only = query.model_id;
  return {
    terms: splitTerms(query.search ?? ''),
    states: query.state,
    functionNames: query.function_name,
    groupIds: query.model_group_id,
    ids: usage && query.usage ? idsOf(query.usage, usage, only) : only && { only },
    field: query.sort_field,
    order: query.sort_order,
    from: query.from,
    size: query.size,
  };
}

/** A model is unused only if every source was read, and else not known to be in use. */
function idsOf(
  asked: readonly UsageFilter[],
  { usage, coverage }: UsageAnswer,
  only: readonly string[] | undefined
): ModelPageRequest['ids'] {
  const inUse = Object.keys(usage);
  const notInUse = notChecked(coverage).length > 0 ? 'unknown' : 'unused';
  const [takesUsed, takesOthers] = [asked.includes('in_use'), asked.includes(notInUse)];
  if (only) {
    const used = new Set(inUse);
    return { only: only.filter((id) => (used.has(id) ? takesUsed : takesOthers)) };
  }
  if (takesUsed) return takesOthers ? undefined : { only: inUse };
  return takesOthers ? { except: inUse } : { only: [] };
}

function inOrder<T extends { count: number }>(counts: T[], textOf: (one: T) => string): T[] {
  return counts.sort((a, b) => collator.compare(textOf(a), textOf(b)));
}

/** The place of each group by its name. */
async function readGroupRanks(cluster: Cluster): Promise<Map<string, number>> {
  const groups: Array<{ id: string; name: string }> = [];
  try {
    await readModelGroups(cluster, ({ id, source: { name } }) => {
      groups.push({ id, name: typeof name === 'string' ? name : id });
    });
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
  }
  groups.sort((a, b) => collator.compare(a.name, b.name));
  return new Map(groups.map(({ id }, place) => [id, place]));
}
