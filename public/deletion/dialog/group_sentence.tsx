import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Review } from '../../../common/dependents';

/** What becomes of the model's group. */
export function GroupSentence({ group }: { group: Review['model_group'] }) {
  if (!group) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="deleteModelGroup">
        <p>{sentenceOf(group)}</p>
      </EuiText>
    </>
  );
}

function sentenceOf(group: NonNullable<Review['model_group']>): string {
  const values = { group: group.name };
  if (!group.last_version) {
    return i18n.translate('mlModels.delete.groupStays', {
      defaultMessage: 'Group “{group}” has other versions and stays.',
      values,
    });
  }
  return group.latest_version === null
    ? i18n.translate('mlModels.delete.groupUnread', {
        defaultMessage:
          'No other version in group “{group}” can be seen; the group could not be read, and stays.',
        values,
      })
    : i18n.translate('mlModels.delete.lastVersion', {
        defaultMessage: 'It is the last version in group “{group}”; the group is deleted with it.',
        values,
      });
}
