import { aModel } from '../test_support/fixtures';
import { aChange, aPlan, REPLACEMENT } from '../test_support/replacement_fixtures';
import { parsePlan, type SavedPlan } from './plan_file';

const { id: MODEL_ID } = aModel();
const SAVED: SavedPlan = {
  version: 1,
  model_id: MODEL_ID,
  saved_at: 1_700_000_000_000,
  possible: ['agent/a1'],
  plan: aPlan([
    aChange({
      impact: [{ kind: 'index', id: 'docs', name: 'docs', through: 'default_pipeline' }],
      mixed_vectors: [{ index: 'docs', documents: null }],
    }),
    aChange({ id: '', name: '', action: 'not_checked', before: null, after: null }),
  ]),
};
const parse = (saved: unknown) => parsePlan(JSON.stringify(saved), MODEL_ID);
const withPlan = (over: object) => ({ ...SAVED, plan: { ...SAVED.plan, ...over } });
const withChange = (over: object) => withPlan({ changes: [{ ...aChange(), ...over }] });

describe('a saved plan', () => {
  it('is read from its own text, also where the old model is deleted', () => {
    expect(parse(SAVED)).toEqual(SAVED);
    const ofDeleted = withPlan({ model: null });
    expect(parse(ofDeleted)).toEqual(ofDeleted);
  });

  it('has each choice once, in one order', () => {
    const possible = ['b/2', 'a/1', 'b/2'];
    expect(parse({ ...SAVED, possible })?.possible).toEqual(['a/1', 'b/2']);
  });

  it.each<[string, unknown]>([
    ['of another model', { ...SAVED, model_id: 'another' }],
    ['of another format', { ...SAVED, version: 2 }],
    ['a plan alone', SAVED.plan],
    ['no object', [SAVED]],
    ['without a time', { ...SAVED, saved_at: undefined }],
    ['without choices', { ...SAVED, possible: [1] }],
    ['without a plan', { ...SAVED, plan: null }],
    ['without a replacement', withPlan({ replacement: null })],
    ['with a replacement of no ID', withPlan({ replacement: { ...REPLACEMENT, id: '../x' } })],
    ['without changes', withPlan({ changes: {} })],
    ['with a check of no result', withPlan({ fit: [{ check: 'task', result: 'good' }] })],
    ['with a source that isn’t known', withPlan({ coverage: [{ source: 'x', state: 'read' }] })],
    ['with a kind that isn’t known', withChange({ kind: 'dashboard' })],
    ['with an action that isn’t known', withChange({ action: 'delete' })],
    ['with paths that are none', withChange({ paths: [null] })],
    ['with a definition that is none', withChange({ before: 'x' })],
    ['with effects that are none', withChange({ impact: [{ kind: 'index' }] })],
    ['with indexes that are none', withChange({ mixed_vectors: ['docs'] })],
  ])('is none: %s', (_, other) => {
    expect(parse(other)).toBe(null);
  });

  it('is none where the text is no JSON', () => {
    expect(parsePlan('{"version": 1,', MODEL_ID)).toBe(null);
  });
});
