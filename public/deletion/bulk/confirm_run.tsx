import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { groupsDeleted } from '../../../common/deletion/run_plan';
import type { PlannedDelete } from '../../../common/deletion/run_plan';
import { CappedList } from '../../components/capped_list';
import { formatList } from '../../components/format_list';
import { NotCheckedSection } from '../not_checked_section';
import { modelIdOf } from './bulk_state';
import type { BulkConfirmingView } from './bulk_state';
import { ConditionalModels } from './conditional_models';
import { ExcludedModels, excludedText } from './excluded_models';
import { ModelTitle, RunSection } from './run_section';
import type { NameOf } from './run_section';

interface ConfirmRunProps {
  view: BulkConfirmingView;
  nameOf: NameOf;
}

/** Which models are deleted, which if the admin agrees, and which can't be. */
export function ConfirmRun({ view, nameOf }: ConfirmRunProps) {
  const { sections, plan } = view;
  const groups = groupsDeleted(plan.deletes);
  const waits = new Map(plan.excluded.map((one) => [modelIdOf(one), one] as const));
  const waitsOf = (modelId: string) => {
    const one = waits.get(modelId);
    return one?.why === 'user_stays' ? excludedText(one, nameOf) : null;
  };
  const waitsFor = ({ shown }: PlannedDelete) => waitsOf(shown.model.id);
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          {i18n.translate('mlModels.deleteMany.oneByOne', {
            defaultMessage:
              'Models are deleted one by one. Each is checked again first, and kept if something changed.',
          })}
        </p>
        {groups.length > 0 && (
          <p data-test-subj="deleteModelsGroups" className="eui-textBreakWord">
            {i18n.translate('mlModels.deleteMany.groups', {
              defaultMessage:
                'Deleted with their last version: {count, plural, one {# group} other {# groups}} ({names}).',
              values: { count: groups.length, names: formatList(groups) },
            })}
          </p>
        )}
      </EuiText>
      <NotCheckedInAll view={view} />
      <ClearModels clear={sections.clear.filter((one) => waitsFor(one) === null)} />
      <ConditionalModels view={view} waitsOf={waitsOf} />
      <WaitingModels
        waiting={sections.clear.filter((one) => waitsFor(one) !== null)}
        waitsFor={waitsFor}
      />
      <ExcludedModels excluded={sections.excluded} nameOf={nameOf} />
    </>
  );
}

/** The models without conditions. */
function ClearModels({ clear }: { clear: readonly PlannedDelete[] }) {
  if (clear.length === 0) return null;
  return (
    <RunSection
      data-test-subj="deleteModelsFree"
      title={i18n.translate('mlModels.deleteMany.free', {
        defaultMessage: '{count, plural, one {# model} other {# models}} ready to delete',
        values: { count: clear.length },
      })}
    >
      <EuiText size="s">
        <CappedList items={clear}>
          {({ shown: { model } }) => (
            <li key={model.id} data-test-subj={`deleteModelsRow-${model.id}`}>
              <ModelTitle model={model} />
            </li>
          )}
        </CappedList>
      </EuiText>
    </RunSection>
  );
}

interface WaitingModelsProps {
  waiting: readonly PlannedDelete[];
  /** What a model waits for, in words. */
  waitsFor(one: PlannedDelete): string | null;
}

/** The models without conditions of their own that are kept as long as others are. */
function WaitingModels({ waiting, waitsFor }: WaitingModelsProps) {
  if (waiting.length === 0) return null;
  return (
    <RunSection
      data-test-subj="deleteModelsWaiting"
      title={i18n.translate('mlModels.deleteMany.waitingGuardrails', {
        defaultMessage:
          '{count, plural, one {# guardrail} other {# guardrails}} of models that aren’t deleted',
        values: { count: waiting.length },
      })}
    >
      <EuiText size="s">
        <CappedList items={waiting}>
          {(one) => {
            const { model } = one.shown;
            return (
              <li key={model.id} data-test-subj={`deleteModelsRow-${model.id}`}>
                <ModelTitle model={model} />
                <p>{waitsFor(one)}</p>
              </li>
            );
          }}
        </CappedList>
      </EuiText>
    </RunSection>
  );
}

/** What could not be checked: the same for all models, since all were read at once. */
function NotCheckedInAll({ view }: { view: BulkConfirmingView }) {
  const incomplete = view.answer.reviews.find(({ conditions }) =>
    conditions.includes('incomplete')
  );
  return incomplete ? (
    <NotCheckedSection review={incomplete} onCheckAgain={view.checkAgain} />
  ) : null;
}
