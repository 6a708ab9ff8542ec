export { isAbsentFeature, mayHaveStored, switchedOffBy } from './absent_feature';
export { clusterOf } from './cluster';
export type { Cluster, ClusterRequest } from './cluster';
export { ClusterError } from './cluster_error';
export type { ClusterErrorKind } from './cluster_error';
export { readAlias } from './aliases';
export { causeOf, missingPermission } from './cause_of';
export { readConnector } from './connectors';
export { readContextTemplates } from './context_templates';
export { readDefinition } from './definitions';
export {
  countIndexes,
  readComponentTemplates,
  readIndexes,
  readIndexTemplates,
  readLegacyTemplates,
} from './indexes';
export type { Chunks } from './json_parts';
export { isRecord, valueAt } from './json';
export type { JsonRecord } from './json';
export { mayHideModels, readLimits } from './limits';
export type { Limits } from './limits';
export { MOST_MCP_TOOLS, readMcpTools } from './mcp_tools';
export { readMlConfigs } from './ml_configs';
export {
  readAgents,
  readMemoryContainer,
  readMemoryContainers,
  readWorkflows,
  readWorkflowStates,
} from './ml_resources';
export { deleteModelGroup, readModelGroup, readModelGroups } from './model_groups';
export {
  countVersions,
  deleteModel,
  deployModel,
  readGuardedModels,
  readModel,
  readModelAsStored,
  readModels,
  readModelsByIds,
  readVersions,
  undeployModel,
  updateModel,
} from './models';
export { askDelete, askSettingsUpdate, askUndeploy } from './permission_questions';
export type { PermissionAnswer } from './permission_questions';
export { readNodeNames } from './nodes';
export { readHoldingNodes } from './profile';
export { readMonitors } from './monitors';
export { readIngestPipelines, readSearchPipelines } from './pipelines';
export { readPlugins } from './plugins';
export { isRegistering } from './registrations';
export { readRelease } from './release';
export type { Release } from './release';
export { resourcePath, templateAddress, templateId } from './resource_path';
export type { TemplateAddress } from './resource_path';
export { collected } from './search_all';
export { isNoSecret, secrecyOf, WITHHELD } from './secret_names';
export { withoutSecretText } from './secret_text';
export { LISTED_AT_MOST, readJudgments, readSearchConfigurations } from './search_relevance';
export { readClusterSettings, readSetting, writeSetting } from './settings';
export type { SettingScope, SettingValues } from './settings';
export type { Reader, StoredDocument } from './stored_document';
export { readStoredScripts } from './stored_scripts';
export { readBatchPredictions, readTask } from './tasks';
export { readUser } from './users';
