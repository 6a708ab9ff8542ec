import { i18n } from '@osd/i18n';
import type { DependentKind } from '../../../common/dependents/kinds';
import type { JsonRecord } from '../../cluster/json';
import { matchGeneratedIds, matchOneOf } from '../id_matcher';
import type { JsonPath } from '../json_path';
import { readResource } from '../read_resource';
import { SOURCES } from '../sources/sources';
import {
  changedAgent,
  changedContainer,
  changedContextTemplate,
  changedGuardrails,
  changedMcpTool,
} from './changed_ml_resource';
import {
  cancelledTask,
  changedIndex,
  changedMonitor,
  changedPipeline,
  changedScript,
  changedSearchConfiguration,
  changedSetting,
  changedTemplate,
  keptJudgment,
} from './changed_resource';
import type { Dependence, PlacedDependence, Removal } from './removal';

function findRemoval(dependence: PlacedDependence): Removal {
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
  if (places.length > 0) return findRemoval({ ...dependence, places });
  return {
    whyNot: i18n.translate('mlModels.requests.noReference', {
      defaultMessage: 'It does not hold the model’s ID any more.',
    }),
  };
}

/** What is looked through in a definition, as when all of its kind are read. */
function lookedThrough(kind: DependentKind, definition: JsonRecord): JsonRecord {
  return kind === 'model' ? { guardrails: definition.guardrails } : definition;
}

/** Every place in a definition where a model's id is. */
export function placesOfModel(
  kind: DependentKind,
  definition: JsonRecord,
  modelId: string
): JsonPath[] {
  const source = SOURCES.find((one) => one.kind === kind);
  if (!source) return [];
  const document = { id: '', source: lookedThrough(kind, definition) };
  const { models } = readResource(
    document,
    source,
    matchOneOf([modelId]),
    matchGeneratedIds([modelId])
  );
  return models.map(({ place }) => place);
}
