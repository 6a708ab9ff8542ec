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
        <p>
          {group.last_version
            ? i18n.translate('mlModels.delete.lastVersion', {
                defaultMessage:
                  'It is the last version in group “{group}”; the group is deleted with it.',
                values: { group: group.name },
              })
            : i18n.translate('mlModels.delete.groupStays', {
                defaultMessage: 'Group “{group}” has other versions and stays.',
                values: { group: group.name },
              })}
        </p>
      </EuiText>
    </>
  );
}
