import { DEPENDENT_KINDS } from '../../common/dependents/kinds';
import { ACTIONS } from '../../common/replacement/action';
import type { Plan } from '../../common/replacement/plan';
import { saveText } from '../components/download';
import { isJsonObject, parseJsonObject } from './json_object';

/** A plan as a file has it, with what it was made for. */
export interface SavedPlan {
  /** Of the format. */
  version: 1;
  /** The model to replace, which the plan itself has only as long as there is one. */
  model_id: string;
  /** Epoch ms. */
  saved_at: number;
  /** The dependents, as `kind/id`, that change where the model isn't used for sure, too. */
  possible: string[];
  plan: Plan;
}

/** Has the browser save a plan as a file. */
export function savePlan(plan: Plan, modelId: string, possible: ReadonlySet<string>): void {
  const saved: SavedPlan = {
    version: 1,
    model_id: modelId,
    saved_at: Date.now(),
    possible: [...possible].sort(),
    plan,
  };
  const name = `plan-${plan.replacement.id}-${plan.fingerprint.slice(0, 8)}.json`;
  saveText(name, `${JSON.stringify(saved, null, 2)}\n`);
}

/** A saved plan from a text; null where it is none of this model. */
export function parsePlan(text: string, modelId: string): SavedPlan | null {
  const saved = parseJsonObject(text);
  const isOne =
    saved?.version === 1 &&
    saved.model_id === modelId &&
    typeof saved.saved_at === 'number' &&
    isListOf(saved.possible, isText) &&
    isPlan(saved.plan);
  if (!isOne) return null;
  const { possible, ...others } = saved as unknown as SavedPlan;
  return { ...others, possible: [...new Set(possible)].sort() };
}

/** The ids that a plan can be asked for. */
const MODEL_ID = /^[A-Za-z0-9_-]{1,512}$/;

function isPlan(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { model, replacement, fit, changes, coverage, fingerprint } = value;
  return (
    (model === null || isModel(model)) &&
    isModel(replacement) &&
    isListOf(fit, isFitCheck) &&
    isListOf(changes, isChange) &&
    isListOf(coverage, isSourceCoverage) &&
    isText(fingerprint)
  );
}

function isModel(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { id, created_time: created } = value;
  return isText(id) && MODEL_ID.test(id) && (created === null || typeof created === 'number');
}

function isFitCheck(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { check, result, old, new: now } = value;
  return (
    isText(check) &&
    isOneOf(['same', 'different', 'unknown'], result) &&
    isTextOrNull(old) &&
    isTextOrNull(now)
  );
}

function isSourceCoverage(value: unknown): boolean {
  return isJsonObject(value) && isOneOf(DEPENDENT_KINDS, value.source) && isText(value.state);
}

function isChange(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { before, after, mixed_vectors: mixed } = value;
  return (
    isNamed(value) &&
    isOneOf(DEPENDENT_KINDS, value.kind) &&
    isOneOf(ACTIONS, value.action) &&
    isListOf(value.paths, isText) &&
    isListOf(value.possible_paths, isText) &&
    (before === null || isJsonObject(before)) &&
    (after === null || isJsonObject(after)) &&
    isListOf(value.impact, isNamed) &&
    (mixed === null || isListOf(mixed, isMixedIndex)) &&
    isText(value.fingerprint)
  );
}

function isNamed(value: unknown): boolean {
  return isJsonObject(value) && isText(value.kind) && isText(value.id) && isText(value.name);
}

function isMixedIndex(value: unknown): boolean {
  return isJsonObject(value) && isText(value.index);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return isText(value) && known.includes(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
