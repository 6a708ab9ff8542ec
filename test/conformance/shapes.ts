import { versionsByPreference } from '../../workbench/opensearch/versions';
import { isAtLeast } from '../../workbench/sample_data/release';
import { IS_LONG } from '../cluster/long_form';
import { agentShapes } from './agent_shapes';
import { clusterShapes } from './cluster_shapes';
import { indexShapes } from './index_shapes';
import { ingestShapes } from './ingest_shapes';
import { resourceShapes } from './resource_shapes';
import { searchShapes } from './search_shapes';
import type { Shape } from './shape';

const ALL: readonly Shape[] = [
  ...ingestShapes,
  ...searchShapes,
  ...agentShapes,
  ...resourceShapes,
  ...indexShapes,
  ...clusterShapes,
];

/** Of each kind one that blocks and one that breaks, where it can do both. */
const REPRESENTATIVES: ReadonlySet<string> = new Set([
  'ingest_pipeline: text_embedding',
  'ingest_pipeline: set value',
  'search_pipeline: rerank',
  'search_pipeline: default_model_id',
  'agent: MLModelTool',
  'agent: llm',
  'model: input_guardrail',
  'memory_container: embedding_model_id',
  'memory_container: llm_id',
  'context_template: summarization_model_id',
  'mcp_tool: model_id',
  'index: semantic field',
  'index_template: composable',
  'stored_script: a search template',
  'task: a batch prediction',
]);

/** Every shape that a release of OpenSearch has. */
export function shapesOf(release: string): Shape[] {
  return ALL.filter((shape) => shape.since === undefined || isAtLeast(release, shape.since));
}

/**
 * Those that are changed one by one: every shape on the newest release and in the long form, and on
 * others one of each kind, of which the same code changes the places.
 */
export function changedShapesOf(release: string): Shape[] {
  const shapes = shapesOf(release);
  return IS_LONG || release === versionsByPreference[0] ? shapes : representativesOf(shapes);
}

/** Those of them that stand for their kinds in pairs. */
export function representativesOf(shapes: readonly Shape[]): Shape[] {
  return shapes.filter(({ id }) => REPRESENTATIVES.has(id));
}
