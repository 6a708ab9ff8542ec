import type { Graph } from '../common/dependents/graph';
import { buildGraphView } from '../public/dependents/map/graph_view';
import { guardrailClosure } from '../server/dependents/guardrail_closure';
import { withImpact } from '../server/dependents/impact';
import { redactSecrets } from '../server/documents/redact_secrets';
import type { Times } from './measure';

const SIZE = 2_000;
/** As many times more in the second measurement of each rule. */
const TIMES_MORE = 10;
const ROUNDS = 15;

/** The times of a rule on little and on ten times as much, in ms. */
interface Growth {
  few: Times;
  many: Times;
}
export type RuleGrowth = Record<'map' | 'impact' | 'guardrails' | 'secrets', Growth>;
type RuleName = keyof RuleGrowth;

/** A rule on so many resources, or characters of a text; what it takes is made before. */
const RULES: Record<RuleName, (size: number) => () => unknown> = {
  map(size) {
    const graph = manyPipelines(size);
    return () => buildGraphView(graph, 'm1', new Set());
  },
  impact(size) {
    const agent = (index: number) => ({ kind: 'agent', id: String(index), name: String(index) });
    const links = Array.from({ length: size }, (_, index) => ({
      from: agent(index + 1),
      to: agent(index),
      path: 'tools[0].parameters.agent_id',
    }));
    const first = { kind: 'agent' as const, id: '0', name: '0', references: [], impact: [] };
    return () => withImpact(links)(first);
  },
  guardrails(size) {
    const documents = Array.from({ length: size }, (_, index) => ({
      id: String(index + 1),
      source: { guardrails: { input_guardrail: { model_id: String(index) } } },
    }));
    return () => guardrailClosure(['0'], documents);
  },
  secrets(size) {
    const text = `key ${'"key": '.repeat(size * 10)}`;
    return () => redactSecrets({ text });
  },
};

function manyPipelines(count: number): Graph {
  const ids = Array.from({ length: count }, (_, index) => String(index));
  const self = { kind: 'model', id: 'm1', name: 'm1' };
  const used = ids.flatMap((id) => [
    { kind: 'ingest_pipeline', id, name: id },
    { kind: 'index', id, name: id },
  ]);
  const edges = ids.flatMap((id) => [
    {
      from: `ingest_pipeline/${id}`,
      to: 'model/m1',
      path: 'processors[0].x',
      enforcement: 'blocks' as const,
    },
    { from: `index/${id}`, to: `ingest_pipeline/${id}`, path: '', enforcement: null },
  ]);
  return { nodes: [self, ...used], edges, coverage: [] };
}

function timeOf(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

/** How long the pure rules take, by turns on little and on ten times as much. */
export function measureRules(): RuleGrowth {
  const measureRule = (name: RuleName): Growth => {
    const [few, many] = [RULES[name](SIZE), RULES[name](SIZE * TIMES_MORE)];
    const growth: Growth = { few: { times: [] }, many: { times: [] } };
    for (let round = -2; round < ROUNDS; round += 1) {
      const times = { few: timeOf(few), many: timeOf(many) };
      if (round < 0) continue;
      growth.few.times.push(times.few);
      growth.many.times.push(times.many);
    }
    return growth;
  };
  return {
    map: measureRule('map'),
    impact: measureRule('impact'),
    guardrails: measureRule('guardrails'),
    secrets: measureRule('secrets'),
  };
}
