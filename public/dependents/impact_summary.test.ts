import type { Impact } from '../../common/dependents/dependent';
import { BLOCKING_PIPELINE, BREAKING_AGENT } from '../test_support/fixtures';
import { impactBehind } from './impact_summary';

const docs: Impact = { kind: 'index', id: 'docs', name: 'docs', through: 'embed-docs' };

it('counts what several dependents affect once, and no dependent itself', () => {
  const agent: Impact = { kind: 'agent', id: 'r1', name: 'router', through: 'embed-docs' };
  const dependents = [
    { ...BLOCKING_PIPELINE, impact: [docs, agent] },
    { ...BREAKING_AGENT, impact: [docs] },
  ];
  expect(impactBehind(dependents)).toEqual([docs]);
});

it('tells resources of one id but different kinds apart', () => {
  const alias: Impact = { ...docs, kind: 'alias' };
  expect(impactBehind([{ ...BLOCKING_PIPELINE, impact: [docs, alias] }])).toEqual([docs, alias]);
});
