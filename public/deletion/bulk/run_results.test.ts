import fc from 'fast-check';
import { ApiError } from '../../api/errors';
import { aReview } from '../../test_support/fixtures';
import { aReviewOf } from '../../test_support/run_fixtures';
import { type ResultRow, resultRows, toCsv, toJson } from './run_results';
import type { ModelProgress, RunState } from './run';
import type { Excluded } from './bulk_state';

const error = new ApiError('message', { reason: 'timeout', status: 504, cluster_message: 'late' });
const AT = Date.UTC(2026, 0, 2, 3, 4, 5);

function stateOf(...progress: ModelProgress[]): RunState {
  const models = progress.map((one, index) => ({
    planned: { shown: aReviewOf(`m${index}`), users: [], connector: null },
    progress: one,
    wasUndeployed: false,
    endedAt: one.kind === 'deleted' ? AT : null,
  }));
  return { models, isStopped: false, brokenOff: null };
}

/** The cells of each line, as RFC 4180 has them. */
function parsedCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted = '', after] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push(quoted.replace(/""/g, '"'));
    if (after === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const aRow = (over: Partial<ResultRow> = {}): ResultRow => ({
  model_id: 'm',
  name: 'name',
  version: '1',
  model_group_id: 'g',
  model_group: 'group',
  result: 'deleted',
  reason: '',
  model_group_result: 'kept',
  connector_id: '',
  connector_result: '',
  message: '',
  ended_at: '',
  ...over,
});

describe('resultRows', () => {
  it('has a row for each model of the run, with what was said', () => {
    const answer = { result: 'deleted', model_id: 'm0', response: null } as const;
    const rows = resultRows(
      stateOf(
        { kind: 'deleted', answer: { ...answer, model_group: 'deleted' }, connector: null },
        { kind: 'gone', message: 'Failed to find model' },
        { kind: 'stopped', reason: 'changed', message: 'changed it', review: aReview() },
        { kind: 'unknown', error },
        { kind: 'skipped', modelIds: ['a', 'b'] },
        { kind: 'not_started' }
      ),
      []
    );
    const told = rows.map((row) => [row.model_id, row.result, row.reason, row.message]);
    expect(told).toEqual([
      ['m0', 'deleted', '', ''],
      ['m1', 'gone', '', 'Failed to find model'],
      ['m2', 'stopped', 'changed', 'changed it'],
      ['m3', 'unknown', 'timeout', 'late'],
      ['m4', 'skipped', 'user_stays: a b', ''],
      ['m5', 'not_started', '', ''],
    ]);
    expect(rows[0]).toMatchObject({
      name: 'the m0',
      version: '3',
      model_group_id: 'group of m0',
      model_group_result: 'deleted',
      ended_at: '2026-01-02T03:04:05.000Z',
    });
  });

  it('says what became of a connector that was to go with a model', () => {
    const answer = {
      result: 'deleted' as const,
      ...{ model_id: 'm', model_group: 'kept' as const, response: null },
    };
    const [deleted, kept] = resultRows(
      stateOf(
        {
          ...{ kind: 'deleted', answer },
          connector: {
            ...{ id: 'c', name: 'bedrock', kind: 'deleted' },
            answer: { result: 'deleted', connector_id: 'c', models_without_connector: ['x', 'y'] },
          },
        },
        {
          ...{ kind: 'deleted', answer },
          connector: { id: 'c', name: 'bedrock', kind: 'kept', error },
        }
      ),
      []
    );
    expect(deleted).toMatchObject({
      ...{ connector_id: 'c', connector_result: 'deleted' },
      reason: 'models_without_connector: x y',
    });
    expect(kept).toMatchObject({ connector_result: 'kept', message: 'late', reason: '' });
  });

  it('has one for each that was left out too', () => {
    const shown = aReviewOf('x');
    const excluded: Excluded[] = [
      { why: 'refused', shown },
      { why: 'cycle', shown, modelIds: ['x', 'y'] },
      { why: 'not_accepted', shown, conditions: ['breaks'] },
      { why: 'not_reviewed', error: { model_id: 'z', reason: 'not_found', message: 'none' } },
    ];
    const rows = resultRows(stateOf(), excluded);
    expect(rows.map((row) => [row.model_id, row.result, row.reason, row.message])).toEqual([
      ['x', 'left_out', 'refused', ''],
      ['x', 'left_out', 'cycle: x y', ''],
      ['x', 'left_out', 'not_accepted: breaks', ''],
      ['z', 'left_out', 'not_found', 'none'],
    ]);
  });
});

describe('toCsv', () => {
  it('gives back any text that no spreadsheet computes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aé;,"\r\n\t =+-@1'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (name, message) => {
        const [, cells = []] = parsedCsv(toCsv([aRow({ name, message })]));
        for (const [sent, found = ''] of [
          [name, cells[1]],
          [message, cells[8]],
        ]) {
          expect([sent, `'${sent}`]).toContain(found);
          // not even where it trims a cell
          expect(found.trim()).not.toMatch(/^[=+\-@]/);
        }
        expect(cells).toHaveLength(12);
      })
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\rx', '＝1', '-aB3xyz0123456789abc'])(
    'lets no spreadsheet compute %j',
    (name) => {
      const [, cells] = parsedCsv(toCsv([aRow({ name })]));
      expect(cells?.[1]).toBe(`'${name}`);
    }
  );

  it('names its columns, also where there is no row', () => {
    expect(toCsv([])).toBe(
      '"model_id","name","version","model_group_id","model_group","result","reason","model_group_result","message","ended_at","connector_id","connector_result"\r\n'
    );
  });

  it('has a cell for every field of a row', () => {
    const [columns = []] = parsedCsv(toCsv([]));
    expect([...columns].sort()).toEqual(Object.keys(aRow()).sort());
  });
});

describe('toJson', () => {
  it('has the rows as they are', () => {
    const rows = [aRow({ name: '=1', message: 'a "b"\n' })];
    expect(JSON.parse(toJson(rows))).toEqual(rows);
  });
});
