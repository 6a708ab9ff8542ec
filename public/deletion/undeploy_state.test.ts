import type { Undeployed } from '../../common/contracts/deletion';
import { ApiError } from '../api/errors';
import { aReview, BREAKING_AGENT } from '../test_support/fixtures';
import { type AutoDeployEvent, nextAutoDeploy, UNTOUCHED } from './undeploy_state';
import type { DialogEvent, DialogState } from './dialog_state';
import { dialogView } from './dialog_view';
import { FIRST_STATE, nextState } from './next_state';

const REVIEW = aReview({ conditions: ['undeploy_first'] });
const failed = (reason: ApiError['reason'], review?: typeof REVIEW) =>
  new ApiError('message', { reason, status: 409, cluster_message: 'words', review });
const read = (over: Partial<Undeployed> = {}): Undeployed => ({
  model_id: 'm',
  state: 'DEPLOYED',
  auto_deploy: true,
  nodes: null,
  ...over,
});
const answered = (over: Partial<Undeployed> = {}, tookMs = 3_000): DialogEvent => ({
  type: 'undeploy_answered',
  answer: read(over),
  tookMs,
});
const UNDEPLOYED = answered({ state: 'UNDEPLOYED', nodes: [] }, 100);
const DEPLOYED_AGAIN: DialogEvent = {
  type: 'delete_failed',
  error: failed('undeploy_first', REVIEW),
};
const STOP: DialogEvent = { type: 'stop' };
const TURNED_OFF: DialogEvent = {
  type: 'turned_off',
  answer: { model_id: 'm', enabled: false },
};

const after = (events: DialogEvent[], state: DialogState) => events.reduce(nextState, state);
const REVIEWED: DialogEvent = { type: 'reviewed', review: REVIEW };
const confirmed = after(
  [REVIEWED, { type: 'undeploy_chosen', undeploy: true }, { type: 'confirmed' }],
  FIRST_STATE
);
const undeploying = nextState(confirmed, REVIEWED);
const redeployed = after(
  Array.from({ length: 3 }, () => [UNDEPLOYED, DEPLOYED_AGAIN]).flat(),
  undeploying
);
const actionsIn = (state: DialogState) =>
  Object.entries(dialogView(state, jest.fn(), jest.fn()))
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
    .sort();

describe('an undeploy for a delete', () => {
  it('begins once the review is what was agreed to, or less', () => {
    expect(confirmed).toMatchObject({ kind: 'undeploying', step: 0 });
    expect(undeploying).toMatchObject({ kind: 'undeploying', step: 1, review: REVIEW });
    const review = aReview({ model: { ...REVIEW.model, state: 'UNDEPLOYED' } });
    expect(nextState(confirmed, { type: 'reviewed', review })).toMatchObject({ step: 1 });
  });

  it('does not begin where something new uses the model', () => {
    const review = aReview({ ...REVIEW, dependents: [BREAKING_AGENT] });
    expect(nextState(confirmed, { type: 'reviewed', review })).toMatchObject({
      kind: 'confirming',
      review,
      notice: { kind: 'changed', changes: [{ kind: 'dependent_added' }] },
    });
  });

  it('does not begin where the model could not be reviewed, or the admin has stopped it', () => {
    const error = failed('timeout');
    expect(nextState(confirmed, { type: 'review_failed', error }).kind).toBe('could_not_check');
    expect(after([STOP, REVIEWED], confirmed)).toMatchObject({
      kind: 'confirming',
      notice: { kind: 'undeploy_stopped' },
    });
  });

  it('takes one step after the other until the model can be deleted, as was agreed', () => {
    const later = after([answered(), answered({ state: 'PARTIALLY_DEPLOYED' })], undeploying);
    expect(later).toMatchObject({ kind: 'undeploying', step: 3, attempt: 1, waitedMs: 6_000 });
    expect(nextState(later, answered({ state: 'DEPLOY_FAILED' }))).toMatchObject({
      kind: 'deleting',
      review: REVIEW,
      undeployed: { attempt: 1 },
    });
  });

  it('gives up after a minute', () => {
    const steps = (count: number) => Array.from({ length: count }, () => answered());
    expect(after(steps(19), undeploying).kind).toBe('undeploying');
    expect(after(steps(20), undeploying)).toMatchObject({
      kind: 'stays_deployed',
      cause: 'held',
      last: read(),
    });
  });

  it('ends with the step under way when it is stopped, and is to be confirmed again', () => {
    const stopping = nextState(undeploying, STOP);
    expect([stopping, actionsIn(stopping)]).toMatchObject([{ stopping: true, step: 1 }, []]);
    const review = aReview();
    const now = after([UNDEPLOYED, { type: 'reviewed', review }], stopping);
    const notice = { kind: 'undeploy_stopped', state: review.model.state };
    expect(now).toMatchObject({ kind: 'confirming', notice });
  });

  it('tells of the stop too when the review comes at the second try only', () => {
    const now = after(
      [
        STOP,
        answered(),
        { type: 'review_failed', error: failed('timeout') },
        { type: 'check_again' },
        { type: 'reviewed', review: aReview() },
      ],
      undeploying
    );
    expect(now).toMatchObject({ kind: 'confirming', notice: { kind: 'undeploy_stopped' } });
  });

  it('sends no delete when it fails', () => {
    const state = nextState(undeploying, { type: 'undeploy_failed', error: failed('forbidden') });
    expect([state.kind, actionsIn(state)]).toEqual(['undeploy_failed', ['checkAgain', 'close']]);
  });
});

describe('a model that is deployed again before its delete', () => {
  it('is undeployed three times at most', () => {
    const second = after([UNDEPLOYED, DEPLOYED_AGAIN], undeploying);
    expect(second).toMatchObject({ kind: 'undeploying', attempt: 2, step: 2 });
    expect(redeployed).toMatchObject({ kind: 'stays_deployed', cause: 'redeployed' });
  });

  it('is to be confirmed again where something else has changed', () => {
    const now = aReview({ conditions: ['breaks'], dependents: [BREAKING_AGENT] });
    const changed: DialogEvent = { type: 'delete_failed', error: failed('changed', now) };
    expect(after([UNDEPLOYED, changed], undeploying)).toMatchObject({
      kind: 'confirming',
      notice: { kind: 'changed', changes: [{ kind: 'dependent_added' }] },
    });
  });

  it('goes on on the same agreement once its auto-deploy is off', () => {
    expect(actionsIn(redeployed)).toEqual(['checkAgain', 'close', 'turnOffAndDelete']);
    const turning = nextState(redeployed, { type: 'turn_off' });
    expect([turning.kind, actionsIn(turning)]).toEqual(['turning_off', []]);
    expect(nextState(turning, TURNED_OFF)).toMatchObject({
      kind: 'undeploying',
      review: REVIEW,
      attempt: 1,
      waitedMs: 0,
    });
  });

  it('does not go on when auto-deploy could not be turned off', () => {
    const error = failed('forbidden');
    const events: DialogEvent[] = [{ type: 'turn_off' }, { type: 'turn_off_failed', error }];
    expect(after(events, redeployed)).toMatchObject({ kind: 'stays_deployed', error });
    const stillOn: DialogEvent = { type: 'turned_off', answer: { model_id: 'm', enabled: true } };
    expect(after([{ type: 'turn_off' }, stillOn], redeployed).kind).toBe('stays_deployed');
  });

  it('offers nothing to turn off where it is off already', () => {
    const off = answered({ state: 'UNDEPLOYED', auto_deploy: false }, 100);
    const state = after(
      [off, DEPLOYED_AGAIN, off, DEPLOYED_AGAIN, off, DEPLOYED_AGAIN],
      undeploying
    );
    expect(actionsIn(state)).toEqual(['checkAgain', 'close']);
  });
});

describe('auto-deploy that was turned off for a delete', () => {
  const turned = (enabled: boolean): AutoDeployEvent => ({
    type: 'turned',
    answer: { model_id: 'm', enabled },
  });
  const afterTold = (...events: AutoDeployEvent[]) => events.reduce(nextAutoDeploy, UNTOUCHED);

  it('is remembered until it is on again', () => {
    expect(afterTold(turned(false))).toEqual({ kind: 'off', sure: true, error: null });
    expect(afterTold(turned(false), { type: 'turn_on' }, turned(true)).kind).toBe('on_again');
    const error = failed('forbidden');
    expect(
      afterTold(turned(false), { type: 'turn_on' }, { type: 'turn_on_failed', error })
    ).toEqual({ kind: 'off', sure: true, error });
  });

  it('may be off where the answer was lost, and is not where it was refused', () => {
    const failing = (reason: ApiError['reason']) =>
      afterTold({ type: 'turn_off_failed', error: failed(reason) });
    expect(failing('timeout')).toMatchObject({ kind: 'off', sure: false });
    expect(failing('forbidden')).toBe(UNTOUCHED);
  });
});
