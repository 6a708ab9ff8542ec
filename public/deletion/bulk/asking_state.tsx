import React from 'react';
import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RunReview } from '../../../common/contracts/bulk_deletion';
import type { Review } from '../../../common/dependents/review';
import { CappedList } from '../../components/capped_list';
import { formatList } from '../../components/format_list';
import { NotCheckedSection } from '../coverage_sections';
import { AskedSection } from './asked_section';
import type { BulkAskingView } from './bulk_state';
import { ModelTitle } from './model_title';
import type { NameOf } from './model_title';
import { groupsThatGo, modelIdOf } from './run_plan';
import { StayingSection, stayingText } from './staying_section';

interface AskingStateProps {
  view: BulkAskingView;
  nameOf: NameOf;
}

/** Which models go, which go if the admin says so, and which can't. */
export function AskingState({ view, nameOf }: AskingStateProps) {
  const groups = groupsThatGo(view.going);
  const waits = new Map(view.staying.map((one) => [modelIdOf(one), one] as const));
  const waitsOf = (modelId: string) => {
    const one = waits.get(modelId);
    return one?.why === 'user_stays' ? stayingText(one, nameOf) : null;
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
              values: { count: groups.length, names: formatList(groups) },
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

interface FreeSectionProps {
  free: readonly RunReview[];
  /** What a model still waits for, in words. */
  waitsOf(modelId: string): string | null;
}

/** The models that nothing of their own stands against, and what each still waits for. */
function FreeSection({ free, waitsOf }: FreeSectionProps) {
  if (free.length === 0) return null;
  return (
    <section data-test-subj="deleteModelsFree">
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('mlModels.deleteMany.free', {
            defaultMessage:
              'Nothing stands against {count, plural, one {# model} other {# models}}',
            values: { count: free.length },
          })}
        </h3>
      </EuiTitle>
      <EuiText size="s">
        <CappedList items={free}>
          {({ review: { model } }) => (
            <li key={model.id} data-test-subj={`deleteModelsRow-${model.id}`}>
              <ModelTitle model={model} />
              <Waits words={waitsOf(model.id)} />
            </li>
          )}
        </CappedList>
      </EuiText>
    </section>
  );
}

function Waits({ words }: { words: string | null }) {
  return words === null ? null : <p>{words}</p>;
}

/** What could not be checked: the same for all models, since all were read at once. */
function NotCheckedInAll({ view }: { view: BulkAskingView }) {
  const { reviews } = view.answer;
  const incomplete: Review | undefined = reviews
    .map(({ review }) => review)
    .find(({ conditions }) => conditions.includes('incomplete'));
  return incomplete ? (
    <NotCheckedSection review={incomplete} onCheckAgain={view.checkAgain} />
  ) : null;
}
