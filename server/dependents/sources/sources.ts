import type { Source } from '../source';
import {
  agents,
  contextTemplates,
  guardedModels,
  mcpTools,
  memoryContainers,
  mlConfigs,
  tasks,
} from './ml_commons';
import { clusterSettings, judgments, monitors, searchConfigurations, workflows } from './plugins';
import { indexes, indexTemplates } from './indexes';
import { ingestPipelines, searchPipelines, storedScripts } from './pipelines';

/** Every kind of resource that is read for references, in the order in which they are shown. */
export const SOURCES: readonly Source[] = [
  ingestPipelines,
  searchPipelines,
  agents,
  indexes,
  indexTemplates,
  guardedModels,
  memoryContainers,
  contextTemplates,
  mcpTools,
  mlConfigs,
  workflows,
  storedScripts,
  searchConfigurations,
  judgments,
  monitors,
  clusterSettings,
  tasks,
];
