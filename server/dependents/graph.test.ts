import fc from 'fast-check';
import { nodeKey } from '../../common/dependents/kinds';
import type { DependentKind } from '../../common/dependents/kinds';
import type { StoredDocument } from '../cluster/json';
import { dependentsOf, findDependents } from './find_dependents';
import { buildGraph, callersOf } from './graph';
import { guardrailClosure } from './guardrail_closure';
import { matchOneOf } from './id_matcher';
import { linksOf } from './impact';
import { readResource } from './read_resource';
import type { SourceReading } from './read_sources';
import { SOURCES } from './sources/sources';

/** How a resource of each kind names another of some kinds, model included. */
const WAYS: Record<string, Partial<Record<DependentKind, (ids: string[]) => object>>> = {
  ingest_pipeline: {
    model: (ids) => ({ processors: ids.map((id) => ({ text_embedding: { model_id: id } })) }),
    ingest_pipeline: (ids) => ({ processors: ids.map((id) => ({ pipeline: { name: id } })) }),
  },
  search_pipeline: {
    model: (ids) => ({ response_processors: ids.map((id) => ({ rerank: { model_id: id } })) }),
    agent: (ids) => ({ request_processors: ids.map((id) => ({ x: { agent_id: id } })) }),
  },
  agent: {
    model: (ids) => ({ tools: ids.map((id) => ({ parameters: { model_id: id } })) }),
    agent: (ids) => ({ tools: ids.map((id) => ({ parameters: { agent_id: id } })) }),
  },
  model: {
    model: (ids) => ({ guardrails: { guards: ids.map((id) => ({ model_id: id })) } }),
  },
  index: {
    ingest_pipeline: ([id]) => ({ settings: { index: { default_pipeline: id } } }),
    search_pipeline: ([id]) => ({ settings: { index: { search: { default_pipeline: id } } } }),
    model: (ids) => ({ mappings: { _meta: { ids } } }),
  },
  index_template: {
    ingest_pipeline: ([id]) => ({ template: { settings: { index: { final_pipeline: id } } } }),
    model: (ids) => ({ template: { mappings: { _meta: { ids } } } }),
  },
};

interface Use {
  from: string;
  to: string;
}

/** A name tells its kind, such as `agent 3`, so that any two resources can be asked to call. */
const kindOf = (name: string) => name.split(' ')[0] ?? '';

/** Those uses of any web that a resource of the kind can have: an index has one pipeline of each. */
function possible(uses: readonly Use[]): Use[] {
  const taken = new Set<string>();
  return uses.filter(({ from, to }) => {
    const way = WAYS[kindOf(from)]?.[kindOf(to) as DependentKind];
    const single = /^index/.test(kindOf(from)) && kindOf(to) !== 'model';
    const slot = single ? `${from} > ${kindOf(to)}` : `${from} > ${to}`;
    if (!way || from === to || taken.has(slot)) return false;
    taken.add(slot);
    return true;
  });
}

/** The definitions by which resources use others as a web says. */
function definitions(uses: readonly Use[]): Map<string, StoredDocument[]> {
  const byKind = new Map<string, StoredDocument[]>();
  for (const from of new Set(uses.map((use) => use.from))) {
    const kind = kindOf(from);
    const parts = Object.entries(WAYS[kind] ?? {}).map(([target, way]) => {
      const ids = uses.filter((use) => use.from === from && kindOf(use.to) === target);
      return ids.length > 0 ? way(ids.map(({ to }) => to)) : {};
    });
    const document = { id: from, source: { aliases: [], parts: [], ...merged(parts) } };
    byKind.set(kind, [...(byKind.get(kind) ?? []), document]);
  }
  return byKind;
}

type Json = Record<string, unknown>;

function merged(parts: readonly object[]): Json {
  const isJson = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return parts.reduce<Json>((whole, part) => {
    for (const [key, value] of Object.entries(part)) {
      const there = whole[key];
      if (Array.isArray(there) && Array.isArray(value)) whole[key] = [...there, ...value];
      else whole[key] = isJson(there) && isJson(value) ? merged([there, value]) : value;
    }
    return whole;
  }, {});
}

function readingsOf(uses: readonly Use[], modelId: string): SourceReading[] {
  const byKind = definitions(uses);
  const isModelId = matchOneOf(guardrailClosure([modelId], byKind.get('model') ?? []));
  return SOURCES.map((source) => ({
    source,
    coverage: { source: source.kind, state: 'read' },
    plugins: new Set(),
    resources: (byKind.get(source.kind) ?? []).map((one) => readResource(one, source, isModelId)),
  }));
}

/** All that uses a model, directly or through others, found the slow way. */
function reachedBy(uses: readonly Use[], modelId: string): Set<string> {
  const reached = new Set([modelId]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of uses) if (reached.has(to)) reached.add(from);
  }
  reached.delete(modelId);
  return reached;
}

const MODEL = 'model 0';
const name = fc
  .tuple(fc.constantFrom(...Object.keys(WAYS)), fc.nat(4))
  .map(([kind, number]) => `${kind} ${number}`);
const web = fc.array(fc.record({ from: name, to: name }), { maxLength: 60 }).map(possible);

function allBehind(uses: readonly Use[]): Set<string> {
  const dependents = dependentsOf(readingsOf(uses, MODEL), [MODEL]).get(MODEL) ?? [];
  return new Set(dependents.flatMap(({ id, impact }) => [id, ...impact.map((one) => one.id)]));
}

function graphOf(uses: readonly Use[]) {
  const readings = readingsOf(uses, MODEL);
  const models = [{ kind: 'model', id: MODEL, name: MODEL }];
  const parts = buildGraph(models, findDependents(readings), linksOf(readings));
  return callersOf(parts, models.map(nodeKey));
}

describe('in any web of resources of all kinds, rings of guardrails and agents included', () => {
  it('a review names all that stops with the model, and nothing else', () => {
    fc.assert(
      fc.property(web, (uses) => {
        const behind = allBehind(uses);
        behind.delete(MODEL);
        expect(behind).toEqual(reachedBy(uses, MODEL));
      }),
      { numRuns: 300 }
    );
  });

  it('the graph has the same nodes, and an edge for each use among them', () => {
    fc.assert(
      fc.property(web, (uses) => {
        const { nodes, edges } = graphOf(uses);
        const reached = reachedBy(uses, MODEL).add(MODEL);
        expect(new Set(nodes.map(({ id }) => id))).toEqual(reached);
        const key = (id: string) => nodeKey({ kind: kindOf(id), id });
        const expected = uses.filter(({ from, to }) => reached.has(from) && reached.has(to));
        expect(new Set(edges.map(({ from, to }) => `${from} > ${to}`))).toEqual(
          new Set(expected.map(({ from, to }) => `${key(from)} > ${key(to)}`))
        );
      }),
      { numRuns: 300 }
    );
  });
});

describe('of a very long chain', () => {
  const LENGTH = 20_000;
  const chain = Array.from({ length: LENGTH }, (_, at): Use => {
    const to = at === 0 ? MODEL : `agent ${at - 1}`;
    return { from: `agent ${at}`, to };
  });

  it('every member is named', () => {
    const byAgent = chain.map(({ from, to }) => ({
      id: from,
      source: { tools: [{ parameters: { [at(to)]: to } }] },
    }));
    const readings = SOURCES.filter(({ kind }) => kind === 'agent').map(
      (source): SourceReading => ({
        source,
        coverage: { source: source.kind, state: 'read' },
        plugins: new Set(),
        resources: byAgent.map((one) => readResource(one, source, matchOneOf([MODEL]))),
      })
    );
    const [dependent] = dependentsOf(readings, [MODEL]).get(MODEL) ?? [];
    expect(dependent?.impact).toHaveLength(LENGTH - 1);
    const models = [{ kind: 'model', id: MODEL, name: MODEL }];
    const parts = buildGraph(models, findDependents(readings), linksOf(readings));
    expect(callersOf(parts, models.map(nodeKey)).nodes).toHaveLength(LENGTH + 1);
  });

  it('so is every model that one guards, and that guards another', () => {
    const guarded = chain.map(({ from, to }) => ({
      id: from,
      source: { guardrails: { model_id: to } },
    }));
    expect(guardrailClosure([MODEL], guarded).size).toBe(LENGTH + 1);
  });
});

const at = (to: string) => (to === MODEL ? 'model_id' : 'agent_id');
