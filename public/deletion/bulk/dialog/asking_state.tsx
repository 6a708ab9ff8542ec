import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { groupsThatGo } from '../groups_that_go';
import type { BulkAskingView } from '../state';
import { AskedSection } from './asked_section';
import { FreeSection } from './free_section';
import { NotCheckedInAll } from './not_checked_in_all';
import { StayingSection } from './staying_section';

interface Props {
  view: BulkAskingView;
  nameOf(modelId: string): string;
}

/** Which models go, which go if the admin says so, and which can't. */
export function AskingState({ view, nameOf }: Props) {
  const groups = groupsThatGo(view.going);
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.deleteMany.oneByOne', {
            defaultMessage:
              'They are deleted one after the other, and each is checked once more right before: what changed meanwhile stays.',
          })}
        </p>
        {groups.length > 0 && (
          <p data-test-subj="deleteModelsGroups" className="eui-textBreakWord">
            {i18n.translate('mlModels.deleteMany.groups', {
              defaultMessage:
                '{count, plural, one {A group loses its last version and is deleted with it} other {# groups lose their last version and are deleted with it}}: {names}.',
              values: { count: groups.length, names: groups.join(', ') },
            })}
          </p>
        )}
      </EuiText>
      <NotCheckedInAll view={view} />
      <FreeSection view={view} nameOf={nameOf} />
      <AskedSection view={view} nameOf={nameOf} />
      <StayingSection staying={view.standings.staying} nameOf={nameOf} />
    </>
  );
}
