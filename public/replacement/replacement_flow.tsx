import React, { useCallback, useState } from 'react';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingContent,
  EuiPanel,
  EuiRadioGroup,
  EuiSpacer,
  EuiStepsHorizontal,
  EuiText,
} from '@elastic/eui';
import { useQueryClient } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import type { Model } from '../../common/models/model';
import { AppLink } from '../components/app_link';
import { ErrorCallout } from '../components/error_callout';
import { DeleteDialog } from '../deletion/dialogs';
import { ModelId } from '../models/list/columns';
import { useLeaveDeleted } from '../models/use_leave_deleted';
import { modelKey, plansKey, usageKey, usePlan } from '../queries';
import { useAddresses } from '../services/addresses';
import { useServices } from '../services/services';
import { ApplyStep } from './apply_step';
import { ChooseModel } from './choose_model';
import { FinishStep } from './finish_step';
import { useJournal } from './journal_store';
import { KeptNotice } from './kept_notice';
import { chosenChanges, isReady, NO_CHOICES, type PlanChoices } from './plan_choices';
import { OpenPlan, PlanActions } from './plan_actions';
import type { SavedPlan } from './plan_file';
import { PlanStep } from './plan_step';
import { isUpToDate } from './saved_plan';
import { SavedPlanNotice } from './saved_plan_notice';
import { type Step, StepButtons, STEPS, stepTitle } from './steps';
import { SwapConnector } from './swap_connector';
import { NO_SAMPLES, type TrialSamples } from './trial_samples';
import { TryStep } from './try_step';
import { useSavedPlan } from './use_saved_plan';
import type { Trials } from './use_trials';

const NO_TRIALS: Trials = new Map();

/**
 * What is chosen or known of one replacement, the one of now unless another is named: of another one
 * it is as at the beginning.
 */
function useOfReplacement<T>(replacementId: string | null, first: T) {
  const [kept, setKept] = useState({ of: replacementId, value: first });
  const set = useCallback(
    (value: T, of = replacementId) => setKept({ of, value }),
    [replacementId]
  );
  return [kept.of === replacementId ? kept.value : first, set] as const;
}

interface ReplacementFlowProps {
  modelId: string;
  model: Model | null;
  replacementId: string | null;
  step: Step;
  onOpen(step: Step, replacementId?: string): void;
}

/** The five steps, and what is chosen and known in one of them for the next. */
export function ReplacementFlow({
  modelId,
  model,
  replacementId,
  step: asked,
  onOpen,
}: ReplacementFlowProps) {
  const { dataSourceId } = useServices();
  const queryClient = useQueryClient();
  const leaveDeleted = useLeaveDeleted();
  const [choices, setChoices] = useOfReplacement<PlanChoices>(replacementId, NO_CHOICES);
  const [trials, setTrials] = useOfReplacement<Trials>(replacementId, NO_TRIALS);
  const [samples, setSamples] = useOfReplacement<TrialSamples>(replacementId, NO_SAMPLES);
  const [way, setWay] = useState<Way>('point');
  const [isBusy, setBusy] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const { record, keep, forget } = useJournal(modelId);
  const possible = [...choices.possible].sort();
  const plan = usePlan(modelId, replacementId, possible);
  const savedPlan = useSavedPlan(modelId, replacementId);
  const { opened } = savedPlan;

  const isPlanReady =
    plan.data !== undefined &&
    !plan.isPreviousData &&
    isReady(plan.data, choices) &&
    // what was planned is not what would be done
    (opened === null || (opened.comparison !== null && isUpToDate(opened.comparison)));
  const isOpen: Record<Step, boolean> = {
    model: true,
    plan: replacementId !== null && (way === 'point' || asked !== 'model'),
    try: isPlanReady,
    apply: isPlanReady,
    // a journal of another browser is opened there
    finish: true,
  };
  // one may go past a step without doing what it is for
  const isDone: Record<Step, boolean> = {
    ...isOpen,
    model: replacementId !== null,
    try: trials.size > 0,
    apply: record !== null && record !== undefined,
  };
  // an address may name a step that isn't reached yet
  const step = isOpen[asked] ? asked : replacementId === null ? 'model' : 'plan';
  const readAgain = () => {
    void queryClient.invalidateQueries({ queryKey: modelKey(dataSourceId, modelId) });
    void queryClient.invalidateQueries({ queryKey: usageKey(dataSourceId) });
  };
  const planAgain = () =>
    void queryClient.invalidateQueries({ queryKey: plansKey(dataSourceId, modelId) });
  const openPlan = (saved: SavedPlan) => {
    const { id } = saved.plan.replacement;
    planAgain();
    savedPlan.open(saved);
    const kept = id === replacementId ? choices : NO_CHOICES;
    setChoices({ ...kept, possible: new Set(saved.possible) }, id);
    if (step !== 'plan' || id !== replacementId) onOpen('plan', id);
  };
  const goTo = (next: Step, replacement?: string) => {
    // what was applied is not in the plan any more
    if (step === 'apply') readAgain();
    onOpen(next, replacement);
  };

  return (
    <>
      <EuiStepsHorizontal
        steps={STEPS.map((one) => ({
          title: stepTitle(one),
          isSelected: one === step,
          // a closed step is drawn closed, also where it was done
          isComplete: isDone[one] && isOpen[one] && STEPS.indexOf(one) < STEPS.indexOf(step),
          disabled: isBusy || !isOpen[one],
          onClick: () => !isBusy && isOpen[one] && one !== step && goTo(one),
        }))}
      />
      <EuiSpacer size="m" />
      {step !== 'model' && plan.data && <ReplacementLine replacement={plan.data.replacement} />}
      <EuiPanel hasBorder hasShadow={false} data-test-subj={`replaceStep-${step}`}>
        {step === 'model' ? (
          <>
            {record && <KeptNotice record={record} onShow={() => onOpen('finish')} />}
            {model && <Ways way={way} onChoose={setWay} />}
            {way === 'swap' && model ? (
              <SwapConnector modelId={modelId} onSwapped={readAgain} />
            ) : (
              <>
                <ChooseModel
                  modelId={modelId}
                  chosen={replacementId}
                  onChoose={(id) => onOpen('model', id)}
                />
                <EuiSpacer size="s" />
                <OpenPlan modelId={modelId} onOpen={openPlan} />
              </>
            )}
          </>
        ) : step === 'finish' ? (
          <FinishStep
            modelId={modelId}
            model={model}
            record={record}
            onKeep={(changes) => void keep(changes)}
            onForget={() => void forget()}
            onGoOn={(id) => {
              readAgain();
              onOpen('plan', id);
            }}
            onChanged={readAgain}
            onDelete={() => setDeleting(true)}
          />
        ) : plan.data === undefined ? (
          plan.error ? (
            <ErrorCallout
              role="alert"
              title={i18n.translate('mlModels.plan.failed', {
                defaultMessage: 'Couldn’t make a plan.',
              })}
              error={plan.error}
              isRetrying={plan.isFetching}
              onRetry={() => void plan.refetch()}
              data-test-subj="planError"
            />
          ) : (
            <EuiLoadingContent lines={6} />
          )
        ) : step === 'plan' ? (
          <>
            {plan.error && (
              <>
                <ErrorCallout
                  role="alert"
                  title={i18n.translate('mlModels.plan.outdated', {
                    defaultMessage: 'Couldn’t make a new plan. This is the one before.',
                  })}
                  error={plan.error}
                />
                <EuiSpacer size="m" />
              </>
            )}
            {opened && <SavedPlanNotice opened={opened} onDrop={savedPlan.drop} />}
            <PlanStep plan={plan.data} choices={choices} onChoose={setChoices} />
            <PlanActions
              modelId={modelId}
              plan={plan.data}
              possible={choices.possible}
              isReading={plan.isFetching}
              onPlanAgain={planAgain}
              onOpen={openPlan}
            />
          </>
        ) : step === 'try' ? (
          <TryStep
            plan={plan.data}
            modelId={modelId}
            changes={chosenChanges(plan.data, choices)}
            possible={choices.possible}
            samples={samples}
            onSamples={setSamples}
            trials={trials}
            onTrials={setTrials}
          />
        ) : (
          <ApplyStep
            modelId={modelId}
            replacementId={plan.data.replacement.id}
            changes={chosenChanges(plan.data, choices)}
            possible={choices.possible}
            record={record}
            onKeep={keep}
            onBusy={(isWriting) => {
              setBusy(isWriting);
              // what is applied is no difference that a saved plan would have to say
              if (isWriting) savedPlan.drop();
            }}
          />
        )}
      </EuiPanel>
      <EuiSpacer size="m" />
      <StepButtons step={step} isOpen={isOpen} isBusy={isBusy} onOpen={goTo} />
      {isDeleting && model && (
        <DeleteDialog
          model={model}
          onClose={() => {
            setDeleting(false);
            readAgain();
          }}
          onDone={(outcome) => leaveDeleted(model, outcome)}
        />
      )}
    </>
  );
}

/** Another connector behind the model's ID, or another model in what uses it. */
type Way = 'swap' | 'point';

/** The two ways to replace a model, each in a sentence. */
function Ways({ way, onChoose }: { way: Way; onChoose(way: Way): void }) {
  return (
    <>
      <EuiRadioGroup
        name="way"
        idSelected={`way-${way}`}
        onChange={(id) => onChoose(id === 'way-swap' ? 'swap' : 'point')}
        options={[
          {
            id: 'way-point',
            label: i18n.translate('mlModels.replace.way.point', {
              defaultMessage: 'Point everything that uses it to another model',
            }),
          },
          {
            id: 'way-swap',
            label: i18n.translate('mlModels.replace.way.swap', {
              defaultMessage:
                'Keep its ID and swap its connector: for a remote model, and nothing that uses it changes',
            }),
          },
        ]}
        legend={{
          children: i18n.translate('mlModels.replace.way.legend', {
            defaultMessage: 'How to replace the model',
          }),
          display: 'hidden',
        }}
        data-test-subj="replacementWays"
      />
      <EuiSpacer size="m" />
    </>
  );
}

/** Which model takes the place of the old one. */
function ReplacementLine({ replacement }: { replacement: Model }) {
  const { modelPage } = useAddresses();
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            {i18n.translate('mlModels.replace.by', { defaultMessage: 'Replacement:' })}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <AppLink to={modelPage(replacement.id)} data-test-subj="replacementModel">
              {replacement.name}
            </AppLink>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <ModelId model={replacement} />
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </>
  );
}
