import type { Change, Plan } from '../../common/replacement/plan';
import { INGEST_FORBIDDEN, READ } from '../test_support/fixtures';
import { aChange, aPlan, REPLACEMENT } from '../test_support/replacement_fixtures';
import { describeOthers, describeParts } from './describe_difference';
import { comparePlans, countChanged, isUpToDate } from './saved_plan';

const ANOTHER = 'b2'.repeat(32);
const partsOf = (saved: Change, now: Change) =>
  comparePlans(aPlan([saved]), aPlan([now])).changed.map(({ parts }) => parts);
const impactOn = (...names: string[]): Change['impact'] =>
  names.map((name) => ({ kind: 'index', id: name, name, through: 'default_pipeline' }));

describe('comparePlans', () => {
  it('finds nothing where only counts, words and orders are otherwise', () => {
    const saved = aPlan([
      aChange({
        paths: ['a', 'b'],
        before: { first: 1, second: { x: 1, y: [1, 2] } },
        impact: impactOn('docs', 'logs'),
        mixed_vectors: [{ index: 'docs', documents: 5 }],
      }),
      aChange({ id: 'other' }),
    ]);
    const now = aPlan(
      [
        aChange({ id: 'other', name: 'renamed' }),
        aChange({
          paths: ['b', 'a'],
          before: { second: { y: [1, 2], x: 1 }, first: 1 },
          impact: impactOn('logs', 'docs'),
          mixed_vectors: [{ index: 'docs', documents: 6_000 }],
        }),
      ],
      { fingerprint: ANOTHER, coverage: [...READ].reverse() }
    );
    expect(isUpToDate(comparePlans(saved, now))).toBe(true);
  });

  it('finds the resources that came and that went', () => {
    const kept = aChange({ id: 'kept' });
    const comparison = comparePlans(
      aPlan([kept, aChange({ id: 'went' })]),
      aPlan([aChange({ id: 'came' }), kept])
    );
    expect(comparison.added.map(({ id }) => id)).toEqual(['came']);
    expect(comparison.removed.map(({ id }) => id)).toEqual(['went']);
    expect(countChanged(comparison)).toBe(2);
    expect(isUpToDate(comparison)).toBe(false);
  });

  it.each<[string, Partial<Change>, Partial<Change>]>([
    ['action', { action: 'keep', before: null }, { action: 'change' }],
    ['paths', { paths: ['a'] }, { paths: ['a', 'b'] }],
    ['possible_paths', { possible_paths: [] }, { possible_paths: ['c'] }],
    ['definition', { before: { list: [1, 2] } }, { before: { list: [2, 1] } }],
    ['impact', { impact: impactOn('docs') }, { impact: impactOn('docs', 'logs') }],
    ['mixed_vectors', { mixed_vectors: null }, { mixed_vectors: [] }],
    [
      'mixed_vectors',
      { mixed_vectors: [{ index: 'docs', documents: 5 }] },
      { mixed_vectors: [{ index: 'logs', documents: 5 }] },
    ],
    ['not_shown', {}, { fingerprint: ANOTHER }],
  ])('finds a change of a resource: %s', (part, saved, now) => {
    expect(partsOf(aChange(saved), aChange(now))).toEqual([[part]]);
  });

  it('leaves it to the coverage that a kind could not be read', () => {
    const unread = aChange({ id: '', name: '', action: 'not_checked', before: null });
    const comparison = comparePlans(aPlan([]), aPlan([unread], { coverage: INGEST_FORBIDDEN }));
    expect(comparison.coverage).toEqual([
      { source: 'ingest_pipeline', saved: 'read', now: 'forbidden' },
    ]);
    expect(countChanged(comparison)).toBe(0);
    expect(isUpToDate(comparison)).toBe(false);
    expect(describeOthers(comparison)).toEqual([
      'You don’t have permission to read ingest pipelines',
    ]);
  });

  it('finds that the models compare otherwise, but not the state of the old one', () => {
    const fit = (weights: 'same' | 'different', oldState: string): Pick<Plan, 'fit'> => ({
      fit: [
        { check: 'weights', result: weights, old: 'a', new: 'b' },
        { check: 'deployed', result: 'same', old: oldState, new: 'DEPLOYED' },
      ],
    });
    const saved = aPlan([], fit('same', 'DEPLOYED'));
    expect(isUpToDate(comparePlans(saved, aPlan([], fit('same', 'UNDEPLOYED'))))).toBe(true);
    const comparison = comparePlans(saved, aPlan([], fit('different', 'DEPLOYED')));
    expect(describeOthers(comparison)).toEqual([
      'Comparison of the models: Weights: same → Weights: different',
    ]);
  });

  it('says that a model is another, and not that all that uses it is', () => {
    const replacement = { ...REPLACEMENT, created_time: 1_800_000_000_000 };
    const comparison = comparePlans(
      aPlan([aChange()]),
      aPlan([aChange({ fingerprint: ANOTHER })], { replacement, model: null })
    );
    expect(comparison.models).toEqual(['old_deleted', 'replacement_another']);
    expect(comparison.changed).toEqual([]);
    expect(isUpToDate(comparison)).toBe(false);
  });
});

describe('describeParts', () => {
  it('says what came and what went, and what was and is', () => {
    const saved = aChange({
      action: 'change',
      paths: ['a', 'b'],
      impact: impactOn('docs'),
      mixed_vectors: null,
    });
    const now = aChange({
      action: 'change_and_embed',
      paths: ['b', 'c'],
      impact: impactOn('logs'),
      mixed_vectors: [{ index: 'logs', documents: 5 }],
    });
    const [changed] = comparePlans(aPlan([saved]), aPlan([now])).changed;
    expect(changed && describeParts(changed)).toEqual([
      'Action: change → change, and embed documents again',
      'Paths: + c, − a',
      'Also affected: + logs, − docs',
      'Indexes with vectors of both models: none → logs',
    ]);
  });
});
