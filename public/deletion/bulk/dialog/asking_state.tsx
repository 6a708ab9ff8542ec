import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { listWords } from '../../../components';
import { groupsThatGo } from '../groups_that_go';
import { modelIdOf } from '../sort_out';
import type { BulkAskingView } from '../state';
import { AskedSection } from './asked_section';
import { FreeSection } from './free_section';
import type { NameOf } from './names_words';
import { NotCheckedInAll } from './not_checked_in_all';
import { StayingSection } from './staying_section';
import { stayingWords } from './staying_words';

interface Props {
  view: BulkAskingView;
  nameOf: NameOf;
}

/** Which models go, which go if the admin says so, and which can't. */
export function AskingState({ view, nameOf }: Props) {
  const groups = groupsThatGo(view.going);
  const waits = new Map(view.staying.map((one) => [modelIdOf(one), one] as const));
  const waitsOf = (modelId: string) => {
    const one = waits.get(modelId);
    return one?.why === 'user_stays' ? stayingWords(one, nameOf) : null;
  };
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
              values: { count: groups.length, names: listWords(groups) },
            })}
          </p>
        )}
      </EuiText>
      <NotCheckedInAll view={view} />
      <FreeSection free={view.standings.free} waitsOf={waitsOf} />
      <AskedSection view={view} waitsOf={waitsOf} />
      <StayingSection staying={view.standings.staying} nameOf={nameOf} />
    </>
  );
}
