import { aChange, aPlan } from '../test_support/replacement_fixtures';
import { diffText } from './definition_diff';
import { parseRecord } from './journal_store';
import { type KeptChange, mergeChanges } from './kept_changes';
import { chosenChanges, consentKey, consentsOf, isReady, NO_CHOICES } from './plan_choices';
import { aJournal } from '../test_support/replacement_fixtures';

const MIXED = aChange({
  id: 'embed',
  action: 'change_and_embed',
  mixed_vectors: [{ index: 'docs', documents: 5 }],
});
const READER = aChange({
  kind: 'search_pipeline',
  id: 'search',
  mixed_vectors: [{ index: 'docs', documents: 5 }],
});
const MANUAL = aChange({ kind: 'task', id: 'job', action: 'manual', before: null, after: null });

describe('the choices of a plan', () => {
  it('asks once for each index, by whatever its vectors would be mixed', () => {
    expect(consentsOf([MIXED, READER]).map(consentKey)).toEqual(['index:docs']);
    const somewhere = aChange({ kind: 'stored_script', id: 'find', mixed_vectors: [] });
    expect(consentsOf([somewhere]).map(consentKey)).toEqual(['of:stored_script/find']);
    const empty = aChange({ mixed_vectors: [{ index: 'new', documents: 0 }] });
    expect(consentsOf([empty])).toEqual([]);
    const uncounted = aChange({ mixed_vectors: [{ index: 'logs', documents: null }] });
    expect(consentsOf([uncounted]).map(consentKey)).toEqual(['index:logs']);
  });

  it('is ready once something changes and all is agreed to', () => {
    const plan = aPlan([MIXED, READER, MANUAL]);
    expect(isReady(plan, NO_CHOICES)).toBe(false);
    expect(isReady(plan, { ...NO_CHOICES, agreed: new Set(['index:docs']) })).toBe(true);
    expect(isReady(aPlan([MANUAL]), NO_CHOICES)).toBe(false);
    const excluded = new Set(['ingest_pipeline/embed', 'search_pipeline/search']);
    expect(isReady(plan, { ...NO_CHOICES, excluded })).toBe(false);
  });

  it('leaves out what can’t change, and what is not to', () => {
    const excluded = new Set(['search_pipeline/search']);
    const chosen = chosenChanges(aPlan([MIXED, READER, MANUAL]), { ...NO_CHOICES, excluded });
    expect(chosen.map(({ id }) => id)).toEqual(['embed']);
  });
});

describe('the record of a replacement', () => {
  const change = (id: string, run_at: number, position = 0): KeptChange => ({
    journal: aJournal({ id, name: `${id} ${run_at}` }),
    ...{ run_at, position, to_embed: [] },
  });

  it('has one journal for each dependent, the last, in the order in which they were made', () => {
    const first = [change('a', 1), change('b', 1, 1)];
    const merged = mergeChanges(first, [change('c', 2, 1), change('a', 2)]);
    expect(merged.map(({ journal }) => journal.name)).toEqual(['b 1', 'a 2', 'c 2']);
  });

  it('is read from its own text, and from nothing else', () => {
    const record = { version: 1 as const, model_id: 'old', changes: [change('a', 1)] };
    expect(parseRecord(JSON.stringify(record), 'old')).toEqual(record);
    expect(parseRecord(JSON.stringify(record), 'another')).toBe(null);
    expect(parseRecord('{"version":', 'old')).toBe(null);
    expect(parseRecord('null', 'old')).toBe(null);
  });
});

describe('diffText', () => {
  it('shows the lines that differ with what is around them', () => {
    const list = (id: string) => ({ first: [1, 2, 3, 4, 5, 6], id, last: true });
    expect(diffText(list('old'), list('new'))).toBe(
      [
        '  …',
        '      5,',
        '      6',
        '    ],',
        '-   "id": "old",',
        '+   "id": "new",',
        '    "last": true',
        '  }',
      ].join('\n')
    );
  });

  it('shows what came and what went where they have not the same lines', () => {
    const list = (...names: string[]) => ({ names, last: { of: ['a', 'b', 'c'] } });
    expect(diffText(list('one', 'two'), list('one', 'new', 'two'))).toBe(
      [
        '  {',
        '    "names": [',
        '      "one",',
        '+     "new",',
        '      "two"',
        '    ],',
        '    "last": {',
        '  …',
      ].join('\n')
    );
    expect(diffText({ a: 1 }, {})).toBe('- {\n-   "a": 1\n- }\n+ {}');
  });

  it('shows both whole where nearly nothing is the same', () => {
    const numbers = (from: number) => Array.from({ length: 3_000 }, (_, at) => from + at);
    const lines = diffText(numbers(0), numbers(10_000)).split('\n');
    expect(lines).toHaveLength(6_004);
    expect(lines[0]).toBe('- [');
  });
});
