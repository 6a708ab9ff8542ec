import type { Source } from '../source';
import { agents } from './agents';
import { clusterSettings } from './cluster_settings';
import { contextTemplates } from './context_templates';
import { guardedModels } from './guarded_models';
import { indexTemplates } from './index_templates';
import { indexes } from './indexes';
import { mcpTools } from './mcp_tools';
import { memoryContainers } from './memory_containers';
import { mlConfigs } from './ml_configs';
import { monitors } from './monitors';
import { ingestPipelines, searchPipelines } from './pipelines';
import { judgments, searchConfigurations } from './search_relevance';
import { storedScripts } from './stored_scripts';
import { tasks } from './tasks';
import { workflows } from './workflows';

/** Every kind of resource that is read for references, in the order in which they are told. */
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
