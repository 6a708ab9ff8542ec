import { environment } from '../cluster/environment';
import { shapesOf } from '../conformance/shapes';

/** Ways to use a model, of every kind that the cluster itself can be asked to make. */
const IN_USE: ReadonlySet<string> = new Set([
  'ingest_pipeline: text_embedding',
  'search_pipeline: rerank',
  'agent: MLModelTool',
  'index: a note in the mapping',
  'index_template: a note in it',
  'index_template: component',
  'index_template: of the older kind',
  'model: input_guardrail',
  'memory_container: llm_id',
  'context_template: summarization_model_id',
  'mcp_tool: model_id',
  'stored_script: a search template',
  'cluster_setting: persistent',
  'task: a batch prediction',
]);

/** Those of them that the release under test has. */
export function shapesInUse() {
  return shapesOf(environment().opensearchVersion).filter(({ id }) => IN_USE.has(id));
}
