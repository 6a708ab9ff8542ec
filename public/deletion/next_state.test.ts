import { ApiError } from '../api/errors';
import { aModel, aReview, BREAKING_AGENT, INGEST_FORBIDDEN } from '../test_support/fixtures';
import type { DialogEvent, DialogState } from './dialog_state';
import { dialogView } from './dialog_view';
import { FIRST_STATE, nextState } from './next_state';

const after = (events: DialogEvent[], state: DialogState = FIRST_STATE) =>
  events.reduce(nextState, state);
const reviewed = (over: Parameters<typeof aReview>[0] = {}): DialogEvent => ({
  type: 'reviewed',
  review: aReview(over),
});
const failed = (reason: ApiError['reason'], over: { review?: ReturnType<typeof aReview> } = {}) =>
  new ApiError('message', { reason, status: 409, cluster_message: 'words', ...over });
const actionsIn = (state: DialogState) =>
  Object.entries(dialogView(state, jest.fn(), jest.fn()))
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
    .sort();

const CONFIRMED: DialogEvent = { type: 'confirmed' };
const TYPED: DialogEvent = { type: 'name_typed', name: 'minilm-l6' };
const UNDEPLOY: DialogEvent = { type: 'undeploy_chosen', undeploy: true };
const deleting = () => after([reviewed(), CONFIRMED]);

describe('what the admin must agree to', () => {
  it.each([
    [[], [], true],
    [['undeploy_first'], [], false],
    [['undeploy_first'], [UNDEPLOY], true],
    [['breaks'], [], false],
    [['breaks'], [UNDEPLOY], false],
    [['breaks'], [TYPED], true],
    [['incomplete'], [TYPED], true],
    [['undeploy_first', 'incomplete', 'breaks'], [TYPED], false],
    [['undeploy_first', 'incomplete', 'breaks'], [UNDEPLOY], false],
    [['undeploy_first', 'incomplete', 'breaks'], [UNDEPLOY, TYPED], true],
    [['refused', 'breaks'], [UNDEPLOY, TYPED], false],
  ] as const)('on %j after %j: deletes %p', (conditions, entered, deletes) => {
    const state = after([reviewed({ conditions: [...conditions] }), ...entered, CONFIRMED]);
    expect(['deleting', 'undeploying'].includes(state.kind)).toBe(deletes);
  });

  it('asks for the id of a model whose name is blank', () => {
    const review = { model: aModel({ name: ' ' }), conditions: ['breaks' as const] };
    const blank: DialogEvent = { type: 'name_typed', name: '' };
    expect(after([reviewed(review), blank, CONFIRMED]).kind).toBe('confirming');
    const id: DialogEvent = { type: 'name_typed', name: aModel().id };
    expect(after([reviewed(review), id, CONFIRMED]).kind).toBe('deleting');
  });
});

describe('a delete that was answered with an error', () => {
  const answered = (error: ApiError) => nextState(deleting(), { type: 'delete_failed', error });

  it('is to be confirmed again, from nothing, on what changed', () => {
    const review = aReview({ conditions: ['breaks'], dependents: [BREAKING_AGENT] });
    const state = answered(failed('changed', { review }));
    expect(state).toMatchObject({
      kind: 'confirming',
      review,
      notice: { kind: 'changed', changes: [{ kind: 'dependent_added' }] },
      form: { undeploy: false, typedName: '' },
    });
  });

  it('offers no delete after a refusal, whatever the review says', () => {
    const state = answered(failed('refused', { review: aReview() }));
    expect(state).toMatchObject({ kind: 'refused', notice: { clusterMessage: 'words' } });
    expect(actionsIn(state)).toEqual(['checkAgain', 'close']);
  });

  it.each(['undeploy_first', 'incomplete', 'breaks'] as const)(
    'is to be confirmed again where the server stops it at %s',
    (reason) => {
      const review = aReview({ conditions: [reason], coverage: INGEST_FORBIDDEN });
      expect(answered(failed(reason, { review }))).toMatchObject({
        kind: 'confirming',
        notice: { kind: 'stopped', message: 'message', clusterMessage: 'words' },
      });
    }
  );

  it('counts a model that is gone already as done', () => {
    expect(answered(failed('not_found'))).toEqual({
      kind: 'done',
      outcome: { kind: 'gone', message: 'words' },
    });
  });

  it.each(['forbidden', 'timeout', 'server_unreachable', 'unexpected'] as const)(
    'stays open on %s and can only look again',
    (reason) => {
      const state = answered(failed(reason));
      expect(state.kind).toBe('failed');
      expect(nextState(state, CONFIRMED)).toBe(state);
      expect(nextState(state, { type: 'check_again' }).kind).toBe('reviewing');
    }
  );
});

describe('the actions of each state', () => {
  it.each([
    [FIRST_STATE, ['close']],
    [{ kind: 'could_not_check', error: failed('timeout'), after: null }, ['checkAgain', 'close']],
    [after([reviewed({ conditions: ['refused'] })]), ['checkAgain', 'close']],
    [
      after([reviewed({ conditions: ['breaks'] })]),
      ['checkAgain', 'chooseUndeploy', 'close', 'typeName'],
    ],
    [after([reviewed()]), ['checkAgain', 'chooseUndeploy', 'close', 'confirm', 'typeName']],
    [deleting(), []],
    [{ kind: 'failed', error: failed('forbidden'), undeployed: false }, ['checkAgain', 'close']],
    [{ kind: 'done', outcome: { kind: 'gone', message: '' } }, []],
  ] as Array<[DialogState, string[]]>)('%j', (state, actions) => {
    expect(actionsIn(state)).toEqual(actions);
  });

  it('ignores answers that come too late', () => {
    const state = deleting();
    expect(nextState(state, reviewed())).toBe(state);
    expect(nextState(state, { type: 'check_again' })).toBe(state);
  });
});
