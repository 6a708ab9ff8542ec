import { i18n } from '@osd/i18n';
import { changedAgent } from './changed_agent';
import { changedScript, changedSetting } from './changed_cluster_resource';
import { changedIndex } from './changed_index';
import {
  changedContainer,
  changedContextTemplate,
  changedGuardrails,
  changedMcpTool,
} from './changed_ml_resource';
import { changedPipeline } from './changed_pipeline';
import {
  cancelledTask,
  changedMonitor,
  changedSearchConfiguration,
  keptJudgment,
} from './changed_plugin_resource';
import { changedTemplate } from './changed_template';
import { placesOfModel } from './places_of_model';
import type { Dependence, PlacedDependence, Removal } from './removal';

function removalOf(dependence: PlacedDependence): Removal {
  switch (dependence.kind) {
    case 'ingest_pipeline':
    case 'search_pipeline':
      return changedPipeline(dependence);
    case 'agent':
      return changedAgent(dependence);
    case 'index':
      return changedIndex(dependence);
    case 'index_template':
      return changedTemplate(dependence);
    case 'model':
      return changedGuardrails(dependence);
    case 'memory_container':
      return changedContainer(dependence);
    case 'context_template':
      return changedContextTemplate(dependence);
    case 'mcp_tool':
      return changedMcpTool(dependence);
    case 'stored_script':
      return changedScript(dependence);
    case 'search_configuration':
      return changedSearchConfiguration(dependence);
    case 'judgment':
      return keptJudgment(dependence);
    case 'monitor':
      return changedMonitor(dependence);
    case 'cluster_setting':
      return changedSetting(dependence);
    case 'task':
      return cancelledTask(dependence);
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
            'A workflow keeps what it has made. Change its template and provision it again, or delete the workflow.',
        }),
      };
  }
}

/** The request that takes a model's id out of a dependent as it is defined now, or why not. */
export function removeReference(dependence: Dependence): Removal {
  const { kind, definition, modelId } = dependence;
  const places = placesOfModel(kind, definition, modelId);
  if (places.length > 0) return removalOf({ ...dependence, places });
  return {
    whyNot: i18n.translate('mlModels.requests.noReference', {
      defaultMessage: 'It does not hold the model’s ID any more.',
    }),
  };
}
