import type { GetModelAnswer } from '../../common/contracts/models';
import type { Graph } from '../../common/dependents/graph';
import { aModel, READ } from './fixtures';

/** One model as its page reads it. */
export function aModelAnswer(over: Partial<GetModelAnswer> = {}): GetModelAnswer {
  const model = aModel();
  return {
    model,
    metadata: { name: model.name, algorithm: model.function_name, model_state: model.state },
    ...over,
  };
}

const SELF = `model/${aModel().id}`;

/** What is around it: a connector, a pipeline that blocks, an index behind, an agent. */
export function aGraph(over: Partial<Graph> = {}): Graph {
  return {
    nodes: [
      { kind: 'model', id: aModel().id, name: aModel().name },
      { kind: 'connector', id: 'c1', name: 'openai' },
      { kind: 'ingest_pipeline', id: 'embed-docs', name: 'embed-docs' },
      { kind: 'index', id: 'docs', name: 'docs' },
      { kind: 'agent', id: 'r1', name: 'router' },
    ],
    edges: [
      { from: SELF, to: 'connector/c1', path: 'connector_id', enforcement: null },
      {
        from: 'ingest_pipeline/embed-docs',
        to: SELF,
        path: 'processors[0].text_embedding.model_id',
        enforcement: 'blocks',
      },
      {
        from: 'index/docs',
        to: 'ingest_pipeline/embed-docs',
        path: 'settings.index.default_pipeline',
        enforcement: null,
      },
      { from: 'agent/r1', to: SELF, path: 'llm.model_id', enforcement: 'breaks' },
    ],
    coverage: READ,
    ...over,
  };
}
