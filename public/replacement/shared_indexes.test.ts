import { aChange, aPlan } from '../test_support/replacement_fixtures';
import { NO_CHOICES } from './plan_choices';
import { isHalf, sharedIndexes } from './shared_indexes';

const docs = { kind: 'index' as const, id: 'docs', name: 'docs', through: '' };
const writer = aChange({ id: 'embed', impact: [docs] });
const reader = aChange({ kind: 'search_pipeline', id: 'search', impact: [docs] });

describe('sharedIndexes', () => {
  it('has what works on the same index side by side', () => {
    const [shared, ...others] = sharedIndexes(aPlan([writer, reader]), NO_CHOICES);
    expect(shared?.changing.map(({ id }) => id)).toEqual(['embed', 'search']);
    expect(shared && isHalf(shared)).toBe(false);
    expect(others).toEqual([]);
  });

  it('shows half a change, whether one was left out or can’t be changed', () => {
    const excluded = new Set(['search_pipeline/search']);
    const [leftOut] = sharedIndexes(aPlan([writer, reader]), { ...NO_CHOICES, excluded });
    expect(leftOut?.staying.map(({ id }) => id)).toEqual(['search']);
    expect(leftOut && isHalf(leftOut)).toBe(true);

    const fixed = { ...reader, action: 'manual' as const };
    const [cannot] = sharedIndexes(aPlan([writer, fixed]), NO_CHOICES);
    expect(cannot && isHalf(cannot)).toBe(true);
  });

  it('has the index itself beside what searches it, and half a change first', () => {
    const field = aChange({ kind: 'index', id: 'docs', name: 'docs' });
    const books = { ...docs, id: 'books', name: 'books' };
    const both = [aChange({ id: 'a', impact: [books] }), aChange({ id: 'b', impact: [books] })];
    const excluded = new Set(['search_pipeline/search']);
    const shared = sharedIndexes(aPlan([...both, field, reader]), { ...NO_CHOICES, excluded });
    expect(shared.map(({ index }) => index)).toEqual(['docs', 'books']);
  });

  it('leaves out an index of one resource, and what isn’t certain to use the model', () => {
    const possible = { ...reader, action: 'keep' as const };
    expect(sharedIndexes(aPlan([writer, possible]), NO_CHOICES)).toEqual([]);
  });
});
