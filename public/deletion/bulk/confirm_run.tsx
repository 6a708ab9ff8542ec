import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { connectorsToDelete, groupsDeleted } from '../../../common/deletion/run_plan';
import type { PlannedDelete } from '../../../common/deletion/run_plan';
import { CappedList } from '../../components/capped_list';
import { formatList } from '../../components/format_list';
import { ConnectorChoice } from '../connector_choice';
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
  const connectors = connectorsToDelete(plan.deletes);
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
      {connectors.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <ConnectorChoice
            names={connectors}
            isChosen={view.withConnectors}
            onChoose={view.chooseConnectors}
          />
        </>
      )}
      <NotCheckedInAll view={view} />
      <UnconditionalModels
        data-test-subj="deleteModelsFree"
        title={freeTitle}
        models={sections.clear.filter((one) => waitsFor(one) === null)}
        waitsFor={waitsFor}
      />
      <ConditionalModels view={view} waitsOf={waitsOf} />
      <UnconditionalModels
        data-test-subj="deleteModelsWaiting"
        title={waitingTitle}
        models={sections.clear.filter((one) => waitsFor(one) !== null)}
        waitsFor={waitsFor}
      />
      <ExcludedModels excluded={sections.excluded} nameOf={nameOf} />
    </>
  );
}

interface UnconditionalModelsProps {
  title(values: { count: number }): string;
  models: readonly PlannedDelete[];
  /** What a model waits for, in words; null where it waits for none. */
  waitsFor(one: PlannedDelete): string | null;
  'data-test-subj': string;
}

/** Models without conditions of their own; nothing where there are none. */
function UnconditionalModels(props: UnconditionalModelsProps) {
  const { title, models, waitsFor, ...rest } = props;
  if (models.length === 0) return null;
  return (
    <RunSection {...rest} title={title({ count: models.length })}>
      <EuiText size="s">
        <CappedList items={models}>
          {(one) => {
            const { model } = one.shown;
            const waits = waitsFor(one);
            return (
              <li key={model.id} data-test-subj={`deleteModelsRow-${model.id}`}>
                <ModelTitle model={model} />
                {waits !== null && <p>{waits}</p>}
              </li>
            );
          }}
        </CappedList>
      </EuiText>
    </RunSection>
  );
}

function freeTitle(values: { count: number }): string {
  return i18n.translate('mlModels.deleteMany.free', {
    defaultMessage: '{count, plural, one {# model} other {# models}} ready to delete',
    values,
  });
}

function waitingTitle(values: { count: number }): string {
  return i18n.translate('mlModels.deleteMany.waitingGuardrails', {
    defaultMessage:
      '{count, plural, one {# guardrail} other {# guardrails}} of models that aren’t deleted',
    values,
  });
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
