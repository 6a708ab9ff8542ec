import { uniqueName } from '../cluster/fixtures';
import { tell, type Json } from '../cluster/opensearch';
import { remove } from './raw';
import type { ExpectedReference, Shape } from './shape';

type Body = (modelId: string) => Json;

function pipelineShape(
  kind: 'ingest_pipeline' | 'search_pipeline',
  path: string,
  what: string,
  body: Body,
  references: readonly ExpectedReference[]
): Shape {
  return {
    id: `${kind}: ${what}`,
    kind,
    references,
    async make(modelId) {
      const id = uniqueName(kind);
      await tell('PUT', `${path}/${id}`, body(modelId));
      return { id, remove: () => remove(`${path}/${id}`) };
    },
  };
}

/** An ingest pipeline by what it holds. */
export function ingest(what: string, body: Body, ...references: ExpectedReference[]): Shape {
  return pipelineShape('ingest_pipeline', '/_ingest/pipeline', what, body, references);
}

/** A search pipeline by what it holds. */
export function search(what: string, body: Body, ...references: ExpectedReference[]): Shape {
  return pipelineShape('search_pipeline', '/_search/pipeline', what, body, references);
}
