import { i18n } from '@osd/i18n';
import type { FitCheck, FitCheckName } from '../../common/replacement/fit';
import type { Action } from '../../common/replacement/action';
import { stateLabel } from './model_labels';

/** On the button that leads to the replacement of a model. */
export function replaceLabel(): string {
  return i18n.translate('mlModels.action.replace', { defaultMessage: 'Replace' });
}

/** What a check compares. */
function checkName(check: FitCheckName): string {
  switch (check) {
    case 'task':
      return i18n.translate('mlModels.fit.task', { defaultMessage: 'Task' });
    case 'model_type':
      return i18n.translate('mlModels.fit.modelType', { defaultMessage: 'Architecture' });
    case 'dimension':
      return i18n.translate('mlModels.fit.dimension', { defaultMessage: 'Dimensions' });
    case 'space_type':
      return i18n.translate('mlModels.fit.spaceType', { defaultMessage: 'Space type' });
    case 'normalization':
      return i18n.translate('mlModels.fit.normalization', { defaultMessage: 'Normalization' });
    case 'pooling':
      return i18n.translate('mlModels.fit.pooling', { defaultMessage: 'Pooling' });
    case 'weights':
      return i18n.translate('mlModels.fit.weights', { defaultMessage: 'Weights' });
    case 'interface':
      return i18n.translate('mlModels.fit.interface', { defaultMessage: 'Interface' });
    case 'provider':
      return i18n.translate('mlModels.fit.provider', { defaultMessage: 'API of the provider' });
    case 'deployed':
      return i18n.translate('mlModels.fit.deployed', { defaultMessage: 'State' });
    case 'enabled':
      return i18n.translate('mlModels.fit.enabled', { defaultMessage: 'Enabled' });
  }
}

/** Checks of which the values are hashes or schemas, and say nothing to a reader. */
const WITHOUT_VALUES: ReadonlySet<FitCheckName> = new Set(['weights', 'interface', 'enabled']);

function resultWithoutValues({ result }: FitCheck): string {
  switch (result) {
    case 'same':
      return i18n.translate('mlModels.fit.same', { defaultMessage: 'same' });
    case 'different':
      return i18n.translate('mlModels.fit.different', { defaultMessage: 'different' });
    case 'unknown':
      return unknownText();
  }
}

function unknownText(): string {
  return i18n.translate('mlModels.fit.unknown', { defaultMessage: 'not known' });
}

function valueOf({ check, result, old, new: now }: FitCheck): string {
  if (check === 'enabled') {
    return result === 'same'
      ? i18n.translate('mlModels.fit.isEnabled', { defaultMessage: 'yes' })
      : i18n.translate('mlModels.fit.isDisabled', { defaultMessage: 'no' });
  }
  if (check === 'deployed') return stateLabel(now ?? '');
  if (result === 'unknown') return now ?? unknownText();
  if (result === 'same') return now ?? '';
  return i18n.translate('mlModels.fit.instead', {
    defaultMessage: '{replacement} instead of {old}',
    values: { replacement: now ?? unknownText(), old: old ?? unknownText() },
  });
}

/** "Dimensions: 768 instead of 384", "Weights: different". */
export function fitLabel(check: FitCheck): string {
  const hasValue = check.check === 'enabled' || !WITHOUT_VALUES.has(check.check);
  return i18n.translate('mlModels.fit.line', {
    defaultMessage: '{check}: {value}',
    values: {
      check: checkName(check.check),
      value: hasValue ? valueOf(check) : resultWithoutValues(check),
    },
  });
}

/** Over the changes of a plan that have one action. */
export function actionTitle(action: Action, count: number): string {
  const values = { count };
  switch (action) {
    case 'change':
      return i18n.translate('mlModels.plan.change', {
        defaultMessage: '{count, plural, one {# resource} other {# resources}} will change',
        values,
      });
    case 'change_and_embed':
      return i18n.translate('mlModels.plan.changeAndEmbed', {
        defaultMessage:
          '{count, plural, one {# resource} other {# resources}} will change, and documents need to be embedded again',
        values,
      });
    case 'manual':
      return i18n.translate('mlModels.plan.manual', {
        defaultMessage:
          '{count, plural, one {# resource} other {# resources}} can’t be changed in place',
        values,
      });
    case 'not_checked':
      return i18n.translate('mlModels.plan.notChecked', {
        defaultMessage: '{count, plural, one {# item} other {# items}} not checked',
        values,
      });
    case 'keep':
      return i18n.translate('mlModels.plan.keep', {
        defaultMessage: '{count, plural, one {# resource} other {# resources}} left as is',
        values,
      });
  }
}

/** What the group of an action means. */
export function actionMeaning(action: Action): string {
  switch (action) {
    case 'change':
      return i18n.translate('mlModels.plan.changeMeaning', {
        defaultMessage: 'Only the ID of the model changes, at the paths below.',
      });
    case 'change_and_embed':
      return i18n.translate('mlModels.plan.changeAndEmbedMeaning', {
        defaultMessage:
          'Documents that are already stored keep the vectors of the old model until they are embedded again.',
      });
    case 'manual':
      return i18n.translate('mlModels.plan.manualMeaning', {
        defaultMessage: 'These keep using the old model until you change them yourself.',
      });
    case 'not_checked':
      return i18n.translate('mlModels.plan.notCheckedMeaning', {
        defaultMessage: 'These couldn’t be read and may use the old model.',
      });
    case 'keep':
      return i18n.translate('mlModels.plan.keepMeaning', {
        defaultMessage:
          'The ID is there, but the model may not be used there. Select a resource to change it too.',
      });
  }
}

/** What becomes of one resource, in a few words. */
export function actionName(action: Action): string {
  switch (action) {
    case 'change':
      return i18n.translate('mlModels.plan.action.change', { defaultMessage: 'change' });
    case 'change_and_embed':
      return i18n.translate('mlModels.plan.action.changeAndEmbed', {
        defaultMessage: 'change, and embed documents again',
      });
    case 'manual':
      return i18n.translate('mlModels.plan.action.manual', {
        defaultMessage: 'can’t be changed in place',
      });
    case 'not_checked':
      return i18n.translate('mlModels.plan.action.notChecked', { defaultMessage: 'not checked' });
    case 'keep':
      return i18n.translate('mlModels.plan.action.keep', { defaultMessage: 'leave as is' });
  }
}
