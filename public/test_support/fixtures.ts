import { verdictOf } from '../../common/dependents/verdict';
import type { ListModelsAnswer, UsageAnswer } from '../../common/contracts/models';
import type { Dependent } from '../../common/dependents/dependent';
import type { Review } from '../../common/dependents/review';
import type { Model } from '../../common/models/model';
import type { SafeDelete } from '../../common/safe_delete/safe_delete';

export const FINGERPRINT = 'a1'.repeat(32);

/** One model as a review has it. */
export function aModel(over: Partial<Model> = {}): Model {
  return {
    id: 'aB3xyz0123456789abcd',
    name: 'minilm-l6',
    version: '3',
    function_name: 'TEXT_EMBEDDING',
    state: 'REGISTERED',
    model_group: { id: 'g1', name: 'embeddings' },
    created_time: 1_700_000_000_000,
    last_updated_time: 1_700_000_000_000,
    last_deployed_time: null,
    ...over,
  };
}

/** A page of the list with the facets and totals of just these models. */
export function aList(models: Model[], over: Partial<ListModelsAnswer> = {}): ListModelsAnswer {
  const groups = new Map(models.flatMap(({ model_group: one }) => (one ? [[one.id, one]] : [])));
  return {
    models,
    total: models.length,
    total_unfiltered: models.length,
    facets: {
      states: counted(models.map(({ state }) => state)),
      function_names: counted(models.map((one) => one.function_name)),
      model_groups: [...groups.values()].map((group) => ({
        ...group,
        count: models.filter((one) => one.model_group?.id === group.id).length,
      })),
    },
    ...over,
  };
}

function counted(values: string[]) {
  return [...new Set(values)].map((value) => ({
    value,
    count: values.filter((one) => one === value).length,
  }));
}

export const READ: Review['coverage'] = [
  { source: 'ingest_pipeline', state: 'read' },
  { source: 'search_pipeline', state: 'read' },
  { source: 'agent', state: 'read' },
];

/** What the server answers of the usage of all models: of those named, and no others. */
export function aUsage(
  usage: UsageAnswer['usage'] = {},
  over: Partial<UsageAnswer> = {}
): UsageAnswer {
  return { usage, dependents: [], coverage: READ, read_at: 1_700_000_000_000, ...over };
}

export const FORBIDDEN_WORDS =
  'no permissions for [cluster:admin/ingest/pipeline/get] and User [name=other]';
export const INGEST_FORBIDDEN: Review['coverage'] = [
  { source: 'ingest_pipeline', state: 'forbidden', detail: FORBIDDEN_WORDS },
  ...READ.slice(1),
];

export const SAFE_DELETE_ON: SafeDelete = {
  supported: true,
  enabled: true,
  source: 'persistent',
  transient: null,
  persistent: true,
};
export const SAFE_DELETE_OFF: SafeDelete = {
  supported: true,
  enabled: false,
  source: 'default',
  transient: null,
  persistent: null,
};

export const BLOCKING_PIPELINE: Dependent = {
  kind: 'ingest_pipeline',
  id: 'embed-docs',
  name: 'embed-docs',
  references: [{ path: 'processors[0].text_embedding.model_id', enforcement: 'blocks' }],
  impact: [],
};
export const BREAKING_AGENT: Dependent = {
  kind: 'agent',
  id: 'r1',
  name: 'router',
  references: [{ path: 'llm.model_id', enforcement: 'breaks' }],
  impact: [],
};

/** The group of a model that is the last version in it. */
export const LAST_IN_GROUP: Review['model_group'] = {
  id: 'g1',
  name: 'embeddings',
  last_version: true,
  other_versions: 0,
  latest_version: 3,
};

/** A review of `aModel()` that is clear; conditions decide the verdict. */
export function aReview(over: Partial<Review> = {}): Review {
  const conditions = over.conditions ?? [];
  return {
    model: aModel(),
    model_group: {
      id: 'g1',
      name: 'embeddings',
      last_version: false,
      other_versions: 2,
      latest_version: 3,
    },
    connector: null,
    dependents: [],
    coverage: READ,
    safe_delete: SAFE_DELETE_ON,
    verdict: verdictOf(conditions),
    conditions,
    fingerprint: FINGERPRINT,
    ...over,
  };
}
