import { i18n } from '@osd/i18n';
import { placesOfModel } from '../references_in';
import {
  editAgent,
  editContainer,
  editContextTemplate,
  editGuardrails,
  editMcpTool,
} from './edit_ml_resource';
import {
  cancelTask,
  editIndex,
  editMonitor,
  editPipeline,
  editScript,
  editSearchConfiguration,
  editSetting,
  editTemplate,
  keepJudgment,
} from './edit_resource';
import type { Dependence, PlacedDependence, Removal } from './edit_definition';

function findRemoval(dependence: PlacedDependence): Removal {
  switch (dependence.kind) {
    case 'ingest_pipeline':
    case 'search_pipeline':
      return editPipeline(dependence);
    case 'agent':
      return editAgent(dependence);
    case 'index':
      return editIndex(dependence);
    case 'index_template':
      return editTemplate(dependence);
    case 'model':
      return editGuardrails(dependence);
    case 'memory_container':
      return editContainer(dependence);
    case 'context_template':
      return editContextTemplate(dependence);
    case 'mcp_tool':
      return editMcpTool(dependence);
    case 'stored_script':
      return editScript(dependence);
    case 'search_configuration':
      return editSearchConfiguration(dependence);
    case 'judgment':
      return keepJudgment(dependence);
    case 'monitor':
      return editMonitor(dependence);
    case 'cluster_setting':
      return editSetting(dependence);
    case 'task':
      return cancelTask(dependence);
    case 'ml_config':
      return {
        whyNot: i18n.translate('mlModels.requests.configNotChangeable', {
          defaultMessage: 'ML Commons has no request that changes a configuration.',
        }),
      };
    case 'workflow':
      return {
        whyNot: i18n.translate('mlModels.requests.workflowNotChangeable', {
          defaultMessage:
            'A workflow keeps what it has created. Change its template and provision it again, or delete the workflow.',
        }),
      };
  }
}

/** The request that takes a model's id out of a dependent as it is defined now, or why not. */
export function removeReference(dependence: Dependence): Removal {
  const { kind, definition, modelId } = dependence;
  const places = placesOfModel(kind, definition, modelId);
  if (places.length > 0) return findRemoval({ ...dependence, places });
  return {
    whyNot: i18n.translate('mlModels.requests.noReference', {
      defaultMessage: 'The resource no longer references the model.',
    }),
  };
}
