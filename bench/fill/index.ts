export { fillAgents, fillAgentsOf } from './agents';
export { BUSY_MODEL, modelId, REPLACED_MODEL, REPLACEMENT_MODEL } from './ids';
export { fillIndexes } from './indexes';
export { fillModels, modelName } from './models';
export { fillPipelines, pipelinePath } from './pipelines';
export { fillSearchTemplates } from './search_templates';
export { prepareSettings } from './settings';
