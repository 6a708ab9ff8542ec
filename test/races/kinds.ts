import { agentShapes } from '../conformance/agent_shapes';
import { ingestShapes } from '../conformance/ingest_shapes';
import { searchShapes } from '../conformance/search_shapes';
import type { Shape } from '../conformance/shape';
import { SOURCE_REQUESTS } from '../sources/source_requests';

/** A kind of dependent that is created while a model is being deleted. */
export interface RacingKind {
  shape: Shape;
  /** Whether ML Commons refuses over it while safe delete is on. */
  blocks: boolean;
  /** A regular expression for the path of the one request that reads it. */
  readBy: string;
}

/** Known keys and others, such as ML Commons looks at and such as it doesn't. */
const IDS: readonly string[] = [
  'ingest_pipeline: text_embedding',
  'ingest_pipeline: set value',
  'agent: llm',
  'agent: MLModelTool',
  'search_pipeline: rerank',
];

export const KINDS: readonly RacingKind[] = IDS.map((id) => {
  const shape = [...ingestShapes, ...searchShapes, ...agentShapes].find((one) => one.id === id);
  const read = SOURCE_REQUESTS.find(({ source }) => source === shape?.kind);
  if (shape === undefined || read === undefined) throw new Error(`There is no shape ${id}.`);
  const blocks = shape.references.some((reference) => reference.endsWith(' blocks'));
  return { shape, blocks, readBy: read.path };
});
