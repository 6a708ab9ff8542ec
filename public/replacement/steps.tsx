import React from 'react';
import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** The steps of a replacement, in their order. */
export const STEPS = ['model', 'plan', 'try', 'apply', 'finish'] as const;
export type Step = (typeof STEPS)[number];

/** What a step is called. */
export function stepTitle(step: Step): string {
  switch (step) {
    case 'model':
      return i18n.translate('mlModels.replace.step.model', { defaultMessage: 'Model' });
    case 'plan':
      return i18n.translate('mlModels.replace.step.plan', { defaultMessage: 'Plan' });
    case 'try':
      return i18n.translate('mlModels.replace.step.try', { defaultMessage: 'Try' });
    case 'apply':
      return i18n.translate('mlModels.replace.step.apply', { defaultMessage: 'Apply' });
    case 'finish':
      return i18n.translate('mlModels.replace.step.finish', { defaultMessage: 'Finish' });
  }
}

interface StepButtonsProps {
  step: Step;
  isOpen: Record<Step, boolean>;
  isBusy: boolean;
  onOpen(step: Step): void;
}

/** The way to the step before, and to the next once this one holds. */
export function StepButtons({ step, isOpen, isBusy, onOpen }: StepButtonsProps) {
  const at = STEPS.indexOf(step);
  const before = STEPS.slice(0, at)
    .reverse()
    .find((one) => isOpen[one]);
  const next = STEPS[at + 1];
  return (
    <EuiFlexGroup gutterSize="s" justifyContent="flexEnd" responsive={false}>
      {before && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            isDisabled={isBusy}
            onClick={() => onOpen(before)}
            data-test-subj="previousStep"
          >
            {i18n.translate('mlModels.replace.previous', {
              defaultMessage: 'Back: {step}',
              values: { step: stepTitle(before) },
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      {next && (
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            // beside the button that applies the changes it is not the first thing to do
            {...(step === 'apply' ? { color: 'text' } : { fill: true })}
            isDisabled={isBusy || !isOpen[next]}
            onClick={() => onOpen(next)}
            data-test-subj="nextStep"
          >
            {i18n.translate('mlModels.replace.next', {
              defaultMessage: 'Continue: {step}',
              values: { step: stepTitle(next) },
            })}
          </EuiButton>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}
