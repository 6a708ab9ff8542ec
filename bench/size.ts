/** How much a cluster is filled with: what an admin of a large one would have. */
export const SIZE = {
  models: 10_000,
  modelGroups: 2_500,
  /** Half of them ingest pipelines, half search pipelines. */
  pipelines: 3_000,
  agents: 1_000,
  indexes: 1_000,
  searchTemplates: 1_000,
};

/** What uses the model that is replaced; the others are agents. */
export const REPLACED = { pipelines: 250, dependents: 300 };

/** A tenth of the models, for how the time of a page grows with them. */
export const FEW_MODELS = SIZE.models / 10;

/** A tenth of the pipelines, for how the time grows with them. */
export const FEW_PIPELINES = SIZE.pipelines / 10;
