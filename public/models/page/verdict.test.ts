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
    text: 'Deleting this model would break 2 ingest pipelines, and through them 3 indexes and 1 alias.',
  });
});

it('counts what uses the model itself only there, though it is affected through others too', () => {
  const dependents = [
    pipeline('p1', [index('i1'), { kind: 'ingest_pipeline', id: 'p2', name: 'p2', through: 'p1' }]),
    pipeline('p2', []),
  ];
  expect(verdictSentence(aReview({ dependents, conditions: ['breaks'] })).text).toBe(
    'Deleting this model would break 2 ingest pipelines, and through them 1 index.'
  );
});

it('names several kinds, and nothing behind where nothing is', () => {
  const dependents = [BLOCKING_PIPELINE, BREAKING_AGENT];
  expect(verdictSentence(aReview({ dependents, conditions: ['breaks'] })).text).toBe(
    'Deleting this model would break 1 ingest pipeline and 1 agent.'
  );
});

it('says so where ML Commons refuses, and where there may be more', () => {
  const { tone, text } = verdictSentence(
    aReview({ dependents: [BLOCKING_PIPELINE], conditions: ['refused', 'incomplete'] })
  );
  expect(tone).toBe('danger');
  expect(text).toContain('ML Commons refuses the delete while safe delete is on.');
  expect(text).toContain('There may be more');
});

it('is no more certain than the references are', () => {
  expect(verdictSentence(aReview({ dependents: [possible], conditions: ['breaks'] })).text).toBe(
    'Deleting this model might break 1 agent.'
  );
});

it('calls a model unused only where everything was checked', () => {
  expect(verdictSentence(aReview()).tone).toBe('success');
  const gap = verdictSentence(aReview({ conditions: ['undeploy_first', 'incomplete'] }));
  expect(gap.tone).toBe('warning');
  expect(gap.text).toContain('some resources couldn’t be checked');
  const deployed = verdictSentence(aReview({ conditions: ['undeploy_first'] }));
  expect(deployed.text).toContain('deleting it undeploys it first');
});

it('says of what only might break that it might', () => {
  const dependents: Dependent[] = [
    pipeline('p1', []),
    {
      ...pipeline('p2', [index('i1')]),
      references: [{ path: 'description', enforcement: 'possible' }],
    },
  ];
  expect(verdictSentence(aReview({ dependents, conditions: ['breaks'] })).text).toBe(
    'Deleting this model would break 1 ingest pipeline. It might also break 1 ingest pipeline.'
  );
});
