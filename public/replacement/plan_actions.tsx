import React from 'react';
import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Plan } from '../../common/replacement/plan';
import { OpenFile } from '../components/open_file';
import { parsePlan, savePlan, type SavedPlan } from './plan_file';

interface PlanActionsProps extends OpenPlanProps {
  plan: Plan;
  /** With which the plan was made. */
  possible: ReadonlySet<string>;
  isReading: boolean;
  onPlanAgain(): void;
}

/** Makes a plan again, saves it as a file, and opens one that was saved. */
export function PlanActions(props: PlanActionsProps) {
  const { modelId, plan, possible, isReading, onPlanAgain, onOpen } = props;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          flush="left"
          iconType="refresh"
          isLoading={isReading}
          onClick={onPlanAgain}
          data-test-subj="planAgain"
        >
          {i18n.translate('mlModels.plan.again', { defaultMessage: 'Plan again' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          // what is shown may be a plan without what was chosen last
          isDisabled={isReading}
          onClick={() => savePlan(plan, modelId, possible)}
          data-test-subj="downloadPlan"
        >
          {i18n.translate('mlModels.plan.download', { defaultMessage: 'Download the plan' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <OpenPlan modelId={modelId} onOpen={onOpen} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

interface OpenPlanProps {
  modelId: string;
  onOpen(saved: SavedPlan): void;
}

/** Opens a plan that was saved as a file, such as that of a colleague. */
export function OpenPlan({ modelId, onOpen }: OpenPlanProps) {
  const openText = (text: string) => {
    const saved = parsePlan(text, modelId);
    if (saved) onOpen(saved);
    return saved !== null;
  };
  return (
    <OpenFile
      isEmpty
      label={i18n.translate('mlModels.savedPlan.open', {
        defaultMessage: 'Open a downloaded plan',
      })}
      wrongText={i18n.translate('mlModels.savedPlan.wrong', {
        defaultMessage: 'The file isn’t a plan for this model.',
      })}
      onOpen={openText}
      data-test-subj="openPlan"
    />
  );
}
