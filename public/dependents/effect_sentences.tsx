import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../common/dependents/review';
import { isGeneratedId } from '../../common/models/generated_id';
import { effectOn, ENFORCEMENTS, isSureUse } from '../../common/dependents/verdict';
import type { Enforcement } from '../../common/dependents/verdict';

/** What each effect that a delete has on the dependents means, and what to do. */
export function EffectSentences({ review }: { review: Review }) {
  const effects = new Set(review.dependents.map((dependent) => effectOn(dependent, review)));
  return (
    <EuiText size="s">
      {ENFORCEMENTS.filter((effect) => effects.has(effect)).map((effect) => (
        <p key={effect}>{effectSentence(effect, review)}</p>
      ))}
      {canBeTakenAgain(review) && <p className="eui-textBreakWord">{sameIdText(review)}</p>}
    </EuiText>
  );
}

/** An id that a user has given can be given to another model (3.9); one that ML Commons made can't. */
function canBeTakenAgain({ model, dependents }: Review): boolean {
  return !isGeneratedId(model.id) && dependents.some(isSureUse);
}

function sameIdText({ model, dependents }: Review): string {
  return i18n.translate('mlModels.effect.sameId', {
    defaultMessage:
      'The next model that is registered with the ID {id} will be used by {count, plural, one {# resource} other {# resources}} with that ID.',
    values: { id: model.id, count: dependents.filter(isSureUse).length },
  });
}

function effectSentence(effect: Enforcement, review: Review): string {
  switch (effect) {
    case 'blocks':
      return i18n.translate('mlModels.effect.blocks', {
        defaultMessage:
          'ML Commons refuses the delete because of the blocking resources. Switch them to another model, or delete them.',
      });
    case 'breaks':
      return breaksText(review);
    case 'possible':
      return i18n.translate('mlModels.effect.possible', {
        defaultMessage:
          'Resources that might break have the model’s ID in a field whose meaning isn’t known.',
      });
  }
}

function breaksText({ safe_delete: { enabled }, unreadable }: Review): string {
  if (unreadable !== undefined) {
    return i18n.translate('mlModels.effect.unreadable', {
      defaultMessage: 'These resources use the model.',
    });
  }
  switch (enabled) {
    case true:
      return i18n.translate('mlModels.effect.breaks', {
        defaultMessage: 'ML Commons doesn’t check the resources that would break.',
      });
    case false:
      return i18n.translate('mlModels.effect.breaksUnguarded', {
        defaultMessage:
          'Safe delete is off: ML Commons deletes the model without checking what uses it.',
      });
    case null:
      return i18n.translate('mlModels.effect.breaksUnknown', {
        defaultMessage: 'If safe delete is on, ML Commons may refuse the delete.',
      });
  }
}
