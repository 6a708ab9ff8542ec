import type { NotReviewed, ReviewModelsAnswer } from '../../../common/contracts/deletion';
import { EMPTY_FORM, openConditions } from '../../../common/deletion/consent';
import type { ConsentForm } from '../../../common/deletion/consent';
import type { ReadProgress } from '../../../common/dependents/coverage';
import { planRun, withConnectors } from '../../../common/deletion/run_plan';
import type { Exclusion, PlannedDelete, RunPlan } from '../../../common/deletion/run_plan';
import type { ApiError } from '../../api/errors';
import { firstRunState, idOf, isGone, isOver } from './run';
import type { RunState } from './run';

/** Why a model that was selected is not in the run. */
export type Excluded = Exclusion | { why: 'not_reviewed'; error: NotReviewed };

/**
 * The selection by what can become of each model, whatever was entered so far: no model moves to
 * another place while its name is being typed.
 */
interface Sections {
  /** Nothing of their own must be agreed to. */
  clear: readonly PlannedDelete[];
  /** They are deleted if the admin agrees to their conditions. */
  conditional: readonly PlannedDelete[];
  /** Nothing that can be entered here has them deleted. */
  excluded: readonly Excluded[];
}

export type BulkState =
  /** `progress`: null until the review takes long. */
  | { kind: 'reviewing'; modelIds: readonly string[]; progress: ReadProgress | null }
  | { kind: 'could_not_check'; modelIds: readonly string[]; error: ApiError }
  | Confirming
  | Running
  | { kind: 'finished'; run: RunState; excluded: readonly Excluded[] };

export interface Confirming {
  kind: 'confirming';
  modelIds: readonly string[];
  answer: ReviewModelsAnswer;
  sections: Sections;
  /** What was entered so far, by the ids of models; a new review starts with nothing. */
  forms: ReadonlyMap<string, ConsentForm>;
  /** What the run would do by what was entered. */
  plan: RunPlan;
  /** The connectors that nothing else uses are to go too. */
  withConnectors: boolean;
}

/** `deletes` is what was agreed to: it starts the run, and never changes in it. */
export interface Running {
  kind: 'running';
  deletes: readonly PlannedDelete[];
  excluded: readonly Excluded[];
  run: RunState;
}

export type BulkEvent =
  | { type: 'progress'; progress: ReadProgress }
  | { type: 'reviewed'; answer: ReviewModelsAnswer }
  | { type: 'review_failed'; error: ApiError }
  | { type: 'undeploy_chosen'; modelIds: readonly string[]; undeploy: boolean }
  | { type: 'name_typed'; modelId: string; name: string }
  | { type: 'connectors_chosen'; withConnectors: boolean }
  | { type: 'confirmed' }
  | { type: 'check_again' }
  | { type: 'run_changed'; run: RunState }
  | { type: 'review_rest' };

export function firstBulkState(modelIds: readonly string[]): BulkState {
  return { kind: 'reviewing', modelIds, progress: null };
}

/** The state after an event; the same one where the event is not legal in it. */
export function nextBulkState(state: BulkState, event: BulkEvent): BulkState {
  switch (state.kind) {
    case 'reviewing':
      if (event.type === 'reviewed') return toConfirm(state.modelIds, event.answer);
      if (event.type === 'progress') return { ...state, progress: event.progress };
      return event.type === 'review_failed'
        ? { kind: 'could_not_check', modelIds: state.modelIds, error: event.error }
        : state;
    case 'could_not_check':
      return event.type === 'check_again' ? firstBulkState(state.modelIds) : state;
    case 'confirming':
      return afterConfirming(state, event);
    case 'running': {
      if (event.type !== 'run_changed') return state;
      const { run } = event;
      const { excluded } = state;
      return isOver(run) ? { kind: 'finished', run, excluded } : { ...state, run };
    }
    case 'finished': {
      if (event.type !== 'review_rest') return state;
      const rest = findRest(state);
      return rest.length > 0 ? firstBulkState(rest) : state;
    }
  }
}

function toConfirm(modelIds: readonly string[], answer: ReviewModelsAnswer): Confirming {
  const able = planRun(answer, ({ conditions }) => conditions.filter((one) => one === 'refused'));
  const isClear = ({ shown }: PlannedDelete) => shown.conditions.length === 0;
  const sections: Sections = {
    clear: able.deletes.filter(isClear),
    conditional: able.deletes.filter((one) => !isClear(one)),
    excluded: withNotReviewed(able, answer),
  };
  return withForms({ modelIds, answer, sections, withConnectors: false }, new Map());
}

function withForms(
  {
    modelIds,
    answer,
    sections,
    withConnectors,
  }: Pick<Confirming, 'modelIds' | 'answer' | 'sections' | 'withConnectors'>,
  forms: ReadonlyMap<string, ConsentForm>
): Confirming {
  const plan = planRun(answer, (shown) =>
    openConditions(shown, forms.get(shown.model.id) ?? EMPTY_FORM)
  );
  return { kind: 'confirming', modelIds, answer, sections, forms, plan, withConnectors };
}

/** Those that could not be reviewed come last. */
function withNotReviewed({ excluded }: RunPlan, { errors }: ReviewModelsAnswer): Excluded[] {
  return [...excluded, ...errors.map((error): Excluded => ({ why: 'not_reviewed', error }))];
}

function afterConfirming(state: Confirming, event: BulkEvent): BulkState {
  const { forms, plan, answer } = state;
  const change = (modelIds: readonly string[], entered: Partial<ConsentForm>) => {
    const changed = modelIds.map(
      (id) => [id, { ...(forms.get(id) ?? EMPTY_FORM), ...entered }] as const
    );
    return withForms(state, new Map([...forms, ...changed]));
  };
  switch (event.type) {
    case 'check_again':
      return firstBulkState(state.modelIds);
    case 'undeploy_chosen':
      return change(event.modelIds, { undeploy: event.undeploy });
    case 'name_typed':
      return change([event.modelId], { typedName: event.name });
    case 'connectors_chosen':
      return { ...state, withConnectors: event.withConnectors };
    case 'confirmed': {
      if (plan.deletes.length === 0) return state;
      const deletes = state.withConnectors ? withConnectors(plan.deletes) : plan.deletes;
      const excluded = withNotReviewed(plan, answer);
      return { kind: 'running', deletes, excluded, run: firstRunState(deletes) };
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
  | BulkConfirmingView
  /** `stop` is null once it was stopped: the delete under way is not taken back. */
  | (InState<'running'> & { stop: (() => void) | null })
  | BulkFinishedView;

export type BulkConfirmingView = Confirming &
  Closable & {
    chooseUndeploy(modelIds: readonly string[], undeploy: boolean): void;
    typeName(modelId: string, name: string): void;
    chooseConnectors(withConnectors: boolean): void;
    checkAgain(): void;
    /** Null while no model would be deleted. */
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
    case 'confirming':
      return {
        ...state,
        close,
        checkAgain,
        chooseUndeploy: (modelIds, undeploy) =>
          send({ type: 'undeploy_chosen', modelIds, undeploy }),
        typeName: (modelId, name) => send({ type: 'name_typed', modelId, name }),
        chooseConnectors: (withConnectors) => send({ type: 'connectors_chosen', withConnectors }),
        confirm: state.plan.deletes.length > 0 ? () => send({ type: 'confirmed' }) : null,
      };
    case 'running':
      return { ...state, stop: state.run.isStopped ? null : stop };
    case 'finished':
      return {
        ...state,
        close,
        reviewRest: findRest(state).length > 0 ? () => send({ type: 'review_rest' }) : null,
      };
  }
}

/** The model that is not in the run. */
export function modelIdOf(excluded: Excluded): string {
  return excluded.why === 'not_reviewed' ? excluded.error.model_id : excluded.shown.model.id;
}

/** The ids of the selection that may still be there after a run: worth another review. */
function findRest({ run, excluded }: InState<'finished'>): string[] {
  const left = run.models.filter(({ progress }) => !isGone(progress));
  const maybeThere = excluded.filter(
    (one) => one.why !== 'not_reviewed' || one.error.reason !== 'not_found'
  );
  return [...left.map(idOf), ...maybeThere.map(modelIdOf)];
}

/** The ids that are gone after a run: deleted in it, or found gone. */
export function goneAfter({ models }: RunState): string[] {
  return models.filter(({ progress }) => isGone(progress)).map(idOf);
}
