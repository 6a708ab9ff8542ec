import type { ReviewModelsAnswer } from '../../../common/contracts/bulk_deletion';
import type { ApiError } from '../../api/errors';
import { nameToType } from '../dialog_state';
import { firstRunState, isGone, isOver } from './run';
import type { RunModel, RunState } from './run';
import { modelIdOf, sortOut, standings } from './run_plan';
import type { Going, RunConsents, SortedOut, Standings, Staying } from './run_plan';

export type BulkState =
  | { kind: 'reviewing'; modelIds: readonly string[] }
  | { kind: 'could_not_check'; modelIds: readonly string[]; error: ApiError }
  | { kind: 'asking'; modelIds: readonly string[]; answer: ReviewModelsAnswer; said: Said }
  | Running
  | { kind: 'finished'; run: RunState; staying: readonly Staying[] };

/** `going` is what was agreed to: it starts the run, and never changes in it. */
export interface Running {
  kind: 'running';
  going: readonly Going[];
  staying: readonly Staying[];
  run: RunState;
}

export type BulkEvent =
  | { type: 'reviewed'; answer: ReviewModelsAnswer }
  | { type: 'review_failed'; error: ApiError }
  | { type: 'undeploy_chosen'; modelIds: readonly string[]; undeploy: boolean }
  | { type: 'name_typed'; modelId: string; name: string }
  | { type: 'confirmed' }
  | { type: 'check_again' }
  | { type: 'run_changed'; run: RunState }
  | { type: 'review_rest' };

type In<Kind extends BulkState['kind']> = Extract<BulkState, { kind: Kind }>;

export function firstBulkState(modelIds: readonly string[]): BulkState {
  return { kind: 'reviewing', modelIds };
}

/** Which models go and which stay, by what was said so far. */
function sortedOut({ answer, said }: { answer: ReviewModelsAnswer; said: Said }): SortedOut {
  return sortOut(answer, consentsOf(answer, said));
}

/** The state after an event; the same one where the event is not legal in it. */
export function nextBulkState(state: BulkState, event: BulkEvent): BulkState {
  switch (state.kind) {
    case 'reviewing':
      return afterReviewing(state, event);
    case 'could_not_check':
      return event.type === 'check_again' ? firstBulkState(state.modelIds) : state;
    case 'asking':
      return afterAsking(state, event);
    case 'running': {
      if (event.type !== 'run_changed') return state;
      const { run } = event;
      const { staying } = state;
      return isOver(run) ? { kind: 'finished', run, staying } : { ...state, run };
    }
    case 'finished': {
      if (event.type !== 'review_rest') return state;
      const rest = stillThere(state);
      return rest.length > 0 ? firstBulkState(rest) : state;
    }
  }
}

function afterReviewing(state: In<'reviewing'>, event: BulkEvent): BulkState {
  const { modelIds } = state;
  switch (event.type) {
    case 'reviewed':
      return { kind: 'asking', modelIds, answer: event.answer, said: NOTHING_SAID };
    case 'review_failed':
      return { kind: 'could_not_check', modelIds, error: event.error };
    default:
      return state;
  }
}

function afterAsking(state: In<'asking'>, event: BulkEvent): BulkState {
  const { said } = state;
  switch (event.type) {
    case 'check_again':
      return firstBulkState(state.modelIds);
    case 'undeploy_chosen': {
      const undeploy = new Set(said.undeploy);
      for (const id of event.modelIds) {
        if (event.undeploy) undeploy.add(id);
        else undeploy.delete(id);
      }
      return { ...state, said: { ...said, undeploy } };
    }
    case 'name_typed': {
      const typedNames = new Map(said.typedNames).set(event.modelId, event.name);
      return { ...state, said: { ...said, typedNames } };
    }
    case 'confirmed': {
      const { going, staying } = sortedOut(state);
      if (going.length === 0) return state;
      return { kind: 'running', going, staying, run: firstRunState(going) };
    }
    default:
      return state;
  }
}

type InState<Kind extends BulkState['kind']> = Extract<BulkState, { kind: Kind }>;
interface Closable {
  close(): void;
}

/** What the dialog draws: a state, and with it only the actions that are legal in it. */
export type BulkView =
  | (InState<'reviewing'> & Closable)
  | (InState<'could_not_check'> & Closable & { checkAgain(): void })
  | BulkAskingView
  /** `stop` is null once it was stopped: the delete under way is not taken back. */
  | (InState<'running'> & { stop: (() => void) | null })
  | BulkFinishedView;

export type BulkAskingView = InState<'asking'> &
  SortedOut &
  Closable & {
    standings: Standings;
    chooseUndeploy(modelIds: readonly string[], undeploy: boolean): void;
    typeName(modelId: string, name: string): void;
    checkAgain(): void;
    /** Null while no model would go. */
    confirm: (() => void) | null;
  };

export type BulkFinishedView = InState<'finished'> &
  Closable & {
    /** Reviews those that may still be there; null where there are none. */
    reviewRest: (() => void) | null;
  };

interface Actions {
  send(event: BulkEvent): void;
  stop(): void;
  close(): void;
}

/** Gives a state its actions. */
export function bulkView(state: BulkState, { send, stop, close }: Actions): BulkView {
  const checkAgain = () => send({ type: 'check_again' });
  switch (state.kind) {
    case 'reviewing':
      return { ...state, close };
    case 'could_not_check':
      return { ...state, close, checkAgain };
    case 'asking': {
      const sorted = sortedOut(state);
      return {
        ...state,
        ...sorted,
        standings: standings(state.answer),
        close,
        checkAgain,
        chooseUndeploy: (modelIds, undeploy) =>
          send({ type: 'undeploy_chosen', modelIds, undeploy }),
        typeName: (modelId, name) => send({ type: 'name_typed', modelId, name }),
        confirm: sorted.going.length > 0 ? () => send({ type: 'confirmed' }) : null,
      };
    }
    case 'running':
      return { ...state, stop: state.run.stopped ? null : stop };
    case 'finished':
      return {
        ...state,
        close,
        reviewRest: stillThere(state).length > 0 ? () => send({ type: 'review_rest' }) : null,
      };
  }
}

/** What the admin has said in the dialog, by the ids of models; a new review starts with nothing. */
interface Said {
  typedNames: ReadonlyMap<string, string>;
  undeploy: ReadonlySet<string>;
}

const NOTHING_SAID: Said = { typedNames: new Map(), undeploy: new Set() };

/** What that agrees to: a name that was typed whole accepts what breaks, for that one model. */
function consentsOf({ reviews }: ReviewModelsAnswer, said: Said): RunConsents {
  const models = reviews.map(({ review }) => review.model);
  const named = models.filter((one) => said.typedNames.get(one.id)?.trim() === nameToType(one));
  return { accepted: new Set(named.map(({ id }) => id)), undeploy: said.undeploy };
}

interface Ended {
  run: RunState;
  staying: readonly Staying[];
}

function isThere({ progress }: RunModel): boolean {
  return !isGone(progress);
}

function mayBeThere(staying: Staying): boolean {
  return staying.why !== 'not_reviewed' || staying.error.reason !== 'not_found';
}

/** The ids of the selection that may still be there after a run: worth another review. */
function stillThere({ run, staying }: Ended): string[] {
  const left = run.models.filter(isThere).map(({ going }) => going.reviewed.review.model.id);
  return [...left, ...staying.filter(mayBeThere).map(modelIdOf)];
}

/** The ids that are gone after a run: deleted in it, or found gone. */
export function goneAfter({ models }: RunState): string[] {
  return models.filter((one) => !isThere(one)).map(({ going }) => going.reviewed.review.model.id);
}
