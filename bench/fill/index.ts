export { fillAgents } from './agents';
export { BUSY_MODEL } from './ids';
export { fillIndexes } from './indexes';
export { fillModels, modelName } from './models';
export { fillPipelines } from './pipelines';
export { fillSearchTemplates } from './search_templates';
export { prepareSettings } from './settings';
