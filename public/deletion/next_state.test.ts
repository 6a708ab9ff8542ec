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

describe('a connector that goes with its model', () => {
  const connector = { id: 'c', name: 'bedrock', users: [], fingerprint: 'f' };
  const CHOSEN: DialogEvent = { type: 'connector_chosen', withConnector: true };
  const answer = {
    result: 'deleted' as const,
    ...{ model_id: 'm', model_group: 'kept' as const, response: null },
  };
  const MODEL_DELETED: DialogEvent = { type: 'deleted', answer };
  const chosen = (over: Parameters<typeof aReview>[0] = {}) =>
    after([reviewed({ connector, ...over }), CHOSEN, CONFIRMED]);

  it('is deleted after it, and only where that was chosen and nothing else uses it', () => {
    expect(after([MODEL_DELETED], chosen())).toMatchObject({
      kind: 'deleting_connector',
      connector: { id: 'c', fingerprint: 'f' },
    });
    const notChosen = after([reviewed({ connector }), CONFIRMED, MODEL_DELETED]);
    expect(notChosen).toMatchObject({ kind: 'done', outcome: { connector: null } });
    const users = [{ kind: 'agent', id: 'a', name: 'a' }];
    const inUse = after([MODEL_DELETED], chosen({ connector: { ...connector, users } }));
    expect(inUse).toMatchObject({ kind: 'done', outcome: { connector: null } });
  });

  it('is kept in mind while the model is undeployed, and where its delete is finished later', () => {
    const undeployed = {
      ...{ model_id: 'm', state: 'UNDEPLOYED', auto_deploy: true, nodes: [] },
    };
    const review = { connector, conditions: ['undeploy_first' as const] };
    const deployed = after([reviewed(review), CHOSEN, UNDEPLOY, CONFIRMED]);
    const undeploying = after(
      [reviewed(review), { type: 'undeploy_answered', answer: undeployed, tookMs: 1 }],
      deployed
    );
    expect(after([MODEL_DELETED], undeploying).kind).toBe('deleting_connector');
    const half = new ApiError('left', { reason: 'rejected', status: 500, cause: 'cleanup_failed' });
    const finished = after(
      [{ type: 'delete_failed', error: half }, { type: 'repeat' }, { type: 'cleaned_up' }],
      chosen()
    );
    expect(finished).toMatchObject({
      kind: 'deleting_connector',
      deleted: { kind: 'cleaned_up' },
    });
  });

  it.each([
    ['refused', 409, 'kept'],
    ['not_found', 404, 'gone'],
    ['timeout', 504, 'unknown'],
  ] as const)('that is answered with %s ends the delete of the model all the same', (...one) => {
    const [reason, status, kind] = one;
    const error = new ApiError('message', { reason, status });
    const state = after([MODEL_DELETED, { type: 'connector_failed', error }], chosen());
    expect(state).toMatchObject({
      kind: 'done',
      outcome: { kind: 'deleted', connector: { name: 'bedrock', kind } },
    });
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
      ['checkAgain', 'chooseConnector', 'chooseUndeploy', 'close', 'typeName'],
    ],
    [
      after([reviewed()]),
      ['checkAgain', 'chooseConnector', 'chooseUndeploy', 'close', 'confirm', 'typeName'],
    ],
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
