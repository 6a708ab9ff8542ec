import type { Dependent, Impact } from '../../../common/dependents/dependent';
import { aReview, BLOCKING_PIPELINE, BREAKING_AGENT } from '../../test_support/fixtures';
import { verdictSentence } from './verdict';

const index = (id: string): Impact => ({ kind: 'index', id, name: id, through: 'embed-docs' });
const pipeline = (id: string, impact: Impact[]): Dependent => ({
  ...BLOCKING_PIPELINE,
  id,
  impact,
});
const possible: Dependent = {
  ...BREAKING_AGENT,
  references: [{ path: 'x', enforcement: 'possible' }],
};

it('tells what would break, and through what, each thing once', () => {
  const alias: Impact = { kind: 'alias', id: 'a', name: 'a', through: 'i1' };
  const dependents = [
    pipeline('p1', [index('i1'), index('i2'), alias]),
    pipeline('p2', [index('i2'), index('i3')]),
  ];
  expect(verdictSentence(aReview({ dependents, conditions: ['breaks'] }))).toEqual({
    tone: 'warning',
    text: 'Deleting this would break 3 indexes through 2 ingest pipelines.',
  });
});

it('names several kinds, and nothing behind where nothing is', () => {
  const dependents = [BLOCKING_PIPELINE, BREAKING_AGENT];
  expect(verdictSentence(aReview({ dependents, conditions: ['breaks'] })).text).toBe(
    'Deleting this would break 1 ingest pipeline and 1 agent.'
  );
});

it('says so where ML Commons refuses, and where there may be more', () => {
  const { tone, text } = verdictSentence(
    aReview({ dependents: [BLOCKING_PIPELINE], conditions: ['refused', 'incomplete'] })
  );
  expect(tone).toBe('danger');
  expect(text).toContain('ML Commons refuses it while safe delete is on.');
  expect(text).toContain('There may be more');
});

it('is no more certain than the references are', () => {
  expect(verdictSentence(aReview({ dependents: [possible], conditions: ['breaks'] })).text).toBe(
    'Deleting this might break 1 agent.'
  );
});

it('calls a model unused only where everything was checked', () => {
  expect(verdictSentence(aReview()).tone).toBe('success');
  const gap = verdictSentence(aReview({ conditions: ['undeploy_first', 'incomplete'] }));
  expect(gap.tone).toBe('warning');
  expect(gap.text).toContain('not everything could be checked');
  const deployed = verdictSentence(aReview({ conditions: ['undeploy_first'] }));
  expect(deployed.text).toContain('a delete undeploys it first');
});
