export { hasContent } from './content';
export { MAX_GROUP_FACETS, modelsContracts } from './contracts';
export type { GetModelAnswer, ListModelsAnswer, ListModelsQuery } from './contracts';
export { SORT_FIELDS, USAGE_FILTERS } from './listing';
export type { SortField, UsageFilter } from './listing';
export { modelSchema, modelSummarySchema, usageSchema } from './model';
export type { Model, ModelSummary, Usage } from './model';
export { MODEL_STATES, UNDEPLOY_FIRST_STATES, UNDEPLOYED_STATES } from './model_state';
export type { KnownModelState } from './model_state';
