import type { ReviewModelsAnswer } from '../../../common/contracts/deletion';
import { ApiError } from '../../api/errors';
import { aReview } from '../../test_support/fixtures';
import { aReviewOfMany, aReviewOf } from '../../test_support/run_fixtures';
import { nextRunState } from './run';
import type { ModelResult, RunState } from './run';
import type { BulkEvent, BulkState } from './bulk_state';
import { bulkView, firstBulkState, goneAfter, nextBulkState } from './bulk_state';

const IDS = ['a', 'b'];
const error = new ApiError('message', { reason: 'timeout', status: 504 });
const CONFIRMED: BulkEvent = { type: 'confirmed' };
const clear = aReviewOfMany([aReviewOf('a'), aReviewOf('b')]);

const after = (events: BulkEvent[], state: BulkState = firstBulkState(IDS)) =>
  events.reduce(nextBulkState, state);
const confirming = (answer: ReviewModelsAnswer = clear) => after([{ type: 'reviewed', answer }]);
const actionsIn = (state: BulkState) =>
  Object.entries(bulkView(state, { send: jest.fn(), stop: jest.fn(), close: jest.fn() }))
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
    .sort();

function runningOf(state: BulkState): RunState {
  if (state.kind !== 'running') throw new Error(`It is ${state.kind}.`);
  return state.run;
}

/** The state after each delete of a run ended so. */
function ended(state: BulkState, ...ends: ModelResult[]): BulkState {
  return ends.reduce<BulkState>((before, result) => {
    const run = nextRunState(runningOf(before), {
      type: 'ended',
      result,
      wasUndeployed: false,
      at: 0,
    });
    return nextBulkState(before, { type: 'run_changed', run });
  }, state);
}

const DELETED: ModelResult = {
  kind: 'deleted',
  answer: { result: 'deleted', model_id: 'a', model_group: 'kept', response: null },
  connector: null,
};

describe('what the admin must enter for each model', () => {
  const answer = aReviewOfMany([
    aReviewOf('a', { conditions: ['undeploy_first', 'breaks'] }),
    aReviewOf('b', { conditions: ['incomplete'] }),
  ]);
  const UNDEPLOY: BulkEvent = { type: 'undeploy_chosen', modelIds: ['a'], undeploy: true };
  const TAKEN_BACK: BulkEvent = { type: 'undeploy_chosen', modelIds: ['a'], undeploy: false };
  const typed = (modelId: string, name: string): BulkEvent => ({
    type: 'name_typed',
    modelId,
    name,
  });

  it.each<[string, BulkEvent[], string[]]>([
    ['nothing', [], []],
    ['undeploy alone', [UNDEPLOY], []],
    ['the name alone', [typed('a', 'the a')], []],
    ['both', [UNDEPLOY, typed('a', 'the a')], ['a']],
    ['both, one taken back', [UNDEPLOY, typed('a', 'the a'), TAKEN_BACK], []],
    ['a part of the name', [typed('b', 'the')], []],
    ['the name of another', [typed('b', 'the a')], []],
    ['its own name', [typed('b', ' the b ')], ['b']],
  ])('after %s: these are deleted', (_, entered, expected) => {
    const state = after([...entered, CONFIRMED], confirming(answer));
    const ids = state.kind === 'running' ? state.deletes.map(({ shown }) => shown.model.id) : [];
    expect(ids).toEqual(expected);
  });

  it('starts from nothing on a new review', () => {
    const state = after(
      [typed('b', 'the b'), { type: 'check_again' }, { type: 'reviewed', answer }, CONFIRMED],
      confirming(answer)
    );
    expect(state.kind).toBe('confirming');
  });
});

describe('a run', () => {
  it('ends with what became of each, and can review those still there', () => {
    const review = aReview();
    const stopped: ModelResult = { kind: 'stopped', reason: 'changed', message: '', review };
    const unread = { model_id: 'c', reason: 'not_found', message: 'gone' } as const;
    const state = ended(
      after([CONFIRMED], confirming({ ...clear, errors: [unread] })),
      DELETED,
      stopped
    );
    if (state.kind !== 'finished') throw new Error(`It is ${state.kind}.`);
    expect(goneAfter(state.run)).toEqual(['a']);
    expect(nextBulkState(state, { type: 'review_rest' })).toEqual(firstBulkState(['b']));
  });

  it('has nothing left to review when all are gone', () => {
    const gone: ModelResult = { kind: 'gone', message: '' };
    const state = ended(after([CONFIRMED], confirming()), DELETED, gone);
    expect(actionsIn(state)).toEqual(['close']);
    expect(nextBulkState(state, { type: 'review_rest' })).toBe(state);
  });
});

describe('the actions of each state', () => {
  const running = after([CONFIRMED], confirming());
  const run = nextRunState(runningOf(running), { type: 'stop' });
  it.each<[string, BulkState, string[]]>([
    ['reviewing', firstBulkState(IDS), ['close']],
    ['could_not_check', after([{ type: 'review_failed', error }]), ['checkAgain', 'close']],
    [
      'confirming',
      confirming(),
      ['checkAgain', 'chooseConnectors', 'chooseUndeploy', 'close', 'confirm', 'typeName'],
    ],
    [
      'confirming where none can be deleted',
      confirming(aReviewOfMany([aReviewOf('a', { conditions: ['refused'] })])),
      ['checkAgain', 'chooseConnectors', 'chooseUndeploy', 'close', 'typeName'],
    ],
    ['running', running, ['stop']],
    ['stopping', nextBulkState(running, { type: 'run_changed', run }), []],
    ['finished', ended(running, DELETED, { kind: 'failed', error }), ['close', 'reviewRest']],
  ])('%s', (_, state, actions) => {
    expect(actionsIn(state)).toEqual(actions);
  });

  it('ignores what comes too late', () => {
    expect(nextBulkState(running, { type: 'check_again' })).toBe(running);
    expect(nextBulkState(running, { type: 'reviewed', answer: clear })).toBe(running);
    expect(nextBulkState(running, CONFIRMED)).toBe(running);
  });
});

describe('the sections of the selection', () => {
  const sectionsOf = (answer: ReviewModelsAnswer, events: BulkEvent[] = []) => {
    const state = after(events, confirming(answer));
    if (state.kind !== 'confirming') throw new Error(`It is ${state.kind}.`);
    const { clear, conditional, excluded } = state.sections;
    return {
      clear: clear.map(({ shown }) => shown.model.id),
      conditional: conditional.map(({ shown }) => shown.model.id),
      excluded: excluded.map(({ why }) => why),
    };
  };

  it('have each model by what can become of it', () => {
    const answer = aReviewOfMany(
      [
        aReviewOf('clear'),
        aReviewOf('deployed', { conditions: ['undeploy_first', 'breaks'] }),
        aReviewOf('blocked', { conditions: ['refused', 'breaks'] }),
        aReviewOf('ring', { users: ['ring2'] }),
        aReviewOf('ring2', { users: ['ring'] }),
      ],
      { errors: [{ model_id: 'x', reason: 'not_found', message: 'none' }] }
    );
    expect(sectionsOf(answer)).toEqual({
      clear: ['clear'],
      conditional: ['deployed'],
      excluded: ['refused', 'cycle', 'cycle', 'not_reviewed'],
    });
  });

  it('keep a model in its place, whatever is entered for it or for its users', () => {
    const answer = aReviewOfMany([
      aReviewOf('user', { conditions: ['breaks'] }),
      aReviewOf('guard', { users: ['user'] }),
      aReviewOf('blocked user', { conditions: ['refused'] }),
      aReviewOf('its guard', { users: ['blocked user'] }),
    ]);
    const expected = {
      clear: ['guard'],
      conditional: ['user'],
      excluded: ['refused', 'user_stays'],
    };
    expect(sectionsOf(answer)).toEqual(expected);
    const typed: BulkEvent = { type: 'name_typed', modelId: 'user', name: 'the user' };
    expect(sectionsOf(answer, [typed])).toEqual(expected);
  });
});
