import { indexFor, NO_SAMPLES, readOwnSample, sampleFor, withOwnSample } from './trial_samples';

const INGEST = { kind: 'ingest_pipeline', id: 'embed' } as const;
const SEARCH = { kind: 'search_pipeline', id: 'embed' } as const;
const typed = (json: string) => withOwnSample(NO_SAMPLES, 'ingest_pipeline/embed', { json });

describe('the samples of trials', () => {
  it('are a pipeline’s own where it has one, else the text for all', () => {
    const samples = { ...typed('{ "title": "one" }'), text: 'two' };
    expect(sampleFor(samples, INGEST)).toEqual({ title: 'one' });
    expect(sampleFor(samples, SEARCH)).toBe('two');
    expect(sampleFor({ ...samples, own: new Map() }, INGEST)).toBe('two');
    expect(sampleFor(NO_SAMPLES, INGEST)).toBeUndefined();
  });

  it.each(['{ "title": ', '[{}]', 'null', '"title"', '1'])('are wrong: %s', (text) => {
    expect(readOwnSample(typed(text), INGEST)).toEqual({ kind: 'wrong' });
  });

  it('are none where nothing but space is typed, or where they can’t be sent', () => {
    expect(readOwnSample(typed(' \n'), INGEST)).toEqual({ kind: 'none' });
    expect(withOwnSample(typed('{}'), 'ingest_pipeline/embed', { json: '' })).toEqual(NO_SAMPLES);
    const ofAgent = withOwnSample(NO_SAMPLES, 'agent/a1', { json: '{}', index: 'docs' });
    expect(readOwnSample(ofAgent, { kind: 'agent', id: 'a1' })).toEqual({ kind: 'none' });
    expect(indexFor(ofAgent, { kind: 'agent', id: 'a1' })).toBeUndefined();
  });

  it('keep the index of a pipeline beside its JSON', () => {
    const both = withOwnSample(typed('{}'), 'ingest_pipeline/embed', { index: ' docs ' });
    expect([sampleFor(both, INGEST), indexFor(both, INGEST)]).toEqual([{}, 'docs']);
    expect(indexFor(both, SEARCH)).toBeUndefined();
    const noMore = withOwnSample(both, 'ingest_pipeline/embed', { json: '' });
    expect([sampleFor(noMore, INGEST), indexFor(noMore, INGEST)]).toEqual([undefined, 'docs']);
  });
});
