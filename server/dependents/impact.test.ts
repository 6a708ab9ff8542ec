import fc from 'fast-check';
import type { JsonRecord } from '../cluster/json';
import { dependentsOf } from './find_dependents';
import { guardrailClosure } from './guardrail_closure';
import { matchOneOf } from './id_matcher';
import { readResource } from './read_resource';
import type { SourceReading } from './read_sources';
import { SOURCES } from './sources/sources';

type Definitions = Record<string, JsonRecord>;

const documentsOf = (definitions: Definitions = {}) =>
  Object.entries(definitions).map(([id, source]) => ({ id, name: `the ${id}`, source }));

function behind(by: Partial<Record<string, Definitions>>, kind: string, modelId = 'm') {
  const isModelId = matchOneOf(guardrailClosure([modelId], documentsOf(by.model)));
  const readings: SourceReading[] = SOURCES.map((source) => ({
    source,
    coverage: { source: source.kind, state: 'read' },
    plugins: new Set(),
    resources: documentsOf(by[source.kind]).map((one) => readResource(one, source, isModelId)),
  }));
  const dependent = dependentsOf(readings, [modelId])
    .get(modelId)
    ?.find((one) => one.kind === kind);
  return dependent?.impact.map((one) => `${one.kind} ${one.id} < ${one.through}`);
}

const uses = { processors: [{ text_embedding: { model_id: 'm' } }] };
const runs = (name: string) => ({ processors: [{ pipeline: { name } }] });

describe('what stands behind a dependent', () => {
  it('names indexes, their aliases, templates and the pipelines that run a pipeline', () => {
    const by = {
      ingest_pipeline: { embed: uses, outer: runs('embed'), other: runs('unrelated') },
      index: {
        docs: { settings: { index: { final_pipeline: 'outer' } }, aliases: ['search', 'write'] },
        logs: { settings: { index: { default_pipeline: '_none' } }, aliases: [] },
      },
      index_template: {
        daily: { template: { settings: { index: { default_pipeline: 'embed' } } } },
      },
    };
    expect(behind(by, 'ingest_pipeline')).toEqual([
      'ingest_pipeline outer < the embed',
      'index_template daily < the embed',
      'index docs < the outer',
      'alias search < the docs',
      'alias write < the docs',
    ]);
  });

  it('tells an ingest pipeline from a search pipeline of the same name', () => {
    const by = {
      search_pipeline: { same: { response_processors: [{ rerank: { model_id: 'm' } }] } },
      index: {
        a: { settings: { index: { search: { default_pipeline: 'same' } } } },
        b: { settings: { index: { default_pipeline: 'same' } } },
      },
    };
    expect(behind(by, 'search_pipeline')).toEqual(['index a < the same']);
  });

  it('follows agents that call agents, and what calls those', () => {
    const by = {
      agent: {
        inner: { llm: { model_id: 'm' } },
        outer: { tools: [{ type: 'AgentTool', parameters: { agent_id: 'inner' } }] },
        planner: { parameters: { executor_agent_id: 'outer' } },
      },
      search_pipeline: {
        ask: { request_processors: [{ agentic_query_translator: { agent_id: 'planner' } }] },
      },
      ml_config: { os_chat: { configuration: { agent_id: 'outer' } } },
    };
    expect(behind(by, 'agent')).toEqual([
      'agent outer < the inner',
      'agent planner < the outer',
      'ml_config os_chat < the outer',
      'search_pipeline ask < the planner',
    ]);
  });

  it('goes on through a model whose guardrail would break', () => {
    const by = {
      model: { chat: { guardrails: { input_guardrail: { model_id: 'm' } } } },
      agent: { support: { llm: { model_id: 'chat' } } },
    };
    expect(behind(by, 'model')).toEqual(['agent support < the chat']);
  });

  it('goes on through component templates', () => {
    const by = {
      index_template: {
        '_component_template/vectors': { template: { mappings: { x: { model_id: 'm' } } } },
        docs: { composed_of: ['other', 'vectors'] },
      },
    };
    expect(behind(by, 'index_template')).toEqual([
      'index_template docs < the _component_template/vectors',
    ]);
  });

  it('ends in any web of pipelines, cycles included, and names each once', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)));
    fc.assert(
      fc.property(edges, (calls) => {
        const pipelines: Definitions = { start: uses };
        for (const name of names) {
          const run = calls.filter(([from]) => from === name).map(([, to]) => to);
          pipelines[name] = {
            processors: run.map((to) => ({ pipeline: { name: to === 'a' ? 'start' : to } })),
          };
        }
        const impact = behind({ ingest_pipeline: pipelines }, 'ingest_pipeline') ?? [];
        const ids = impact.map((line) => line.split(' ')[1]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain('start');
        // all that reaches the start, found the slow way
        const reached = new Set(['start']);
        for (let round = 0; round <= names.length; round += 1) {
          for (const [from, to] of calls) {
            if (reached.has(to === 'a' ? 'start' : to)) reached.add(from);
          }
        }
        reached.delete('start');
        expect(new Set(ids)).toEqual(reached);
      })
    );
  });
});
