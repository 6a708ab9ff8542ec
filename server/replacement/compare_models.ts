import { i18n } from '@osd/i18n';
import type { Fit, FitCheck, FitCheckName } from '../../common/replacement/fit';
import { SERVING_STATES } from '../../common/models/model_state';
import type { ModelTraits } from './model_traits';

/** Tasks of which a model gives vectors, or weights of tokens, that are compared with others. */
const EMBEDDING_TASKS: ReadonlySet<string> = new Set(['text_embedding', 'sparse_encoding']);

/** Whether what a model gives is stored and compared; null where its task isn't known. */
export function isEmbedding({ task }: Pick<ModelTraits, 'task'>): boolean | null {
  return task === null ? null : EMBEDDING_TASKS.has(task);
}

function check(name: FitCheckName, old: string | null, now: string | null): FitCheck {
  const result = old === null || now === null ? 'unknown' : old === now ? 'same' : 'different';
  return { check: name, result, old, new: now };
}

/** Only where one of the models says something of it. */
function checkIfSaid(name: FitCheckName, old: string | null, now: string | null): FitCheck[] {
  return old === null && now === null ? [] : [check(name, old, now)];
}

/** One connector is one model of a provider; else both must say which theirs is. */
function checkWeights(old: ModelTraits | null, now: ModelTraits): FitCheck {
  const named = check('weights', old?.weights ?? null, now.weights);
  if (now.connectorId !== null && old?.connectorId === now.connectorId)
    return { ...named, result: 'same' };
  // the same model behind another API, or in the cluster, can give other vectors
  return old?.isRemote !== now.isRemote || (now.isRemote && old.api !== now.api)
    ? { ...named, result: 'unknown' }
    : named;
}

/** ML Commons checks inputs and outputs only of a model that has an interface. */
function checkInterface(old: ModelTraits | null, now: ModelTraits): FitCheck[] {
  if (old === null) return [];
  const shown = (one: ModelTraits) => (one.interface === null ? null : 'JSON Schema');
  if (old.interface === null && now.interface === null) return [];
  const result = old.interface === now.interface ? 'same' : 'different';
  return [{ check: 'interface', result, old: shown(old), new: shown(now) }];
}

function checkProvider(old: ModelTraits | null, now: ModelTraits): FitCheck[] {
  const shown = (one: ModelTraits | null) => (one?.api ? `${one.host ?? ''}${one.api}` : null);
  const [before, after] = [shown(old), shown(now)];
  if (before === null && after === null) return [];
  if (before === null || after === null) return [check('provider', before, after)];
  // another host with the same API takes the same requests
  const result = old?.api === now.api ? 'same' : 'different';
  return [{ check: 'provider', result, old: before, new: after }];
}

function checksOf(old: ModelTraits | null, now: ModelTraits): FitCheck[] {
  const vectors =
    isEmbedding(now) === false
      ? []
      : [
          ...checkIfSaid('dimension', old?.dimension ?? null, now.dimension),
          ...checkIfSaid('space_type', old?.spaceType ?? null, now.spaceType),
          ...checkIfSaid('normalization', old?.normalization ?? null, now.normalization),
          ...checkIfSaid('pooling', old?.pooling ?? null, now.pooling),
        ];
  return [
    check('task', old?.task ?? null, now.task),
    ...checkIfSaid('model_type', old?.modelType ?? null, now.modelType),
    ...vectors,
    checkWeights(old, now),
    ...checkInterface(old, now),
    ...checkProvider(old, now),
    {
      check: 'deployed',
      result: SERVING_STATES.has(now.state) ? 'same' : 'different',
      old: old?.state ?? null,
      new: now.state,
    },
    {
      check: 'enabled',
      result: now.isEnabled ? 'same' : 'different',
      old: old === null ? null : String(old.isEnabled),
      new: String(now.isEnabled),
    },
  ];
}

/** Why a difference rules a model out. */
function refusalOf({ check: name, old, new: now }: FitCheck): string | undefined {
  const values = { old: old ?? '', replacement: now ?? '' };
  switch (name) {
    case 'task':
      return i18n.translate('mlModels.server.replacement.otherTask', {
        defaultMessage: 'Its task is {replacement} instead of {old}.',
        values,
      });
    case 'dimension':
      return i18n.translate('mlModels.server.replacement.otherDimension', {
        defaultMessage: 'Its vectors have {replacement} dimensions instead of {old}.',
        values,
      });
    case 'space_type':
      return i18n.translate('mlModels.server.replacement.otherSpace', {
        defaultMessage: 'Its vectors are made for the space type {replacement} instead of {old}.',
        values,
      });
    default:
      return undefined;
  }
}

/**
 * How far a model can stand in for another: null for one that is gone, of which nothing is known.
 * A model of another task, dimension or space type can't: what uses it would fail, or find nothing.
 */
export function compareModels(old: ModelTraits | null, now: ModelTraits): Fit {
  const fit = checksOf(old, now);
  const reason = fit
    .filter(({ result }) => result === 'different')
    .map(refusalOf)
    .find((one) => one !== undefined);
  return { fit, allowed: reason === undefined, ...(reason !== undefined && { reason }) };
}

/**
 * How good a fit is, for an order in which the best come first: those that are allowed, in the
 * model's own group, that differ in the least.
 */
export function rankOf({ fit, allowed }: Fit, old: ModelTraits | null, now: ModelTraits): number[] {
  const count = (result: FitCheck['result']) => fit.filter((one) => one.result === result).length;
  const isOfGroup = now.groupId !== null && old?.groupId === now.groupId;
  return [allowed ? 0 : 1, isOfGroup ? 0 : 1, count('different'), count('unknown')];
}
