import React from 'react';
import { EuiHealth, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Trial } from '../../common/replacement/trial';
import type { TrialState } from './use_trials';

/** What became of one trial. */
export function TrialResult({ trial }: { trial: TrialState | undefined }) {
  if (!trial) return <span>{notTriedText()}</span>;
  if (trial.result === 'running') return <EuiLoadingSpinner size="s" />;
  const { label, color } = lookOf(trial.result);
  return (
    <div>
      <EuiHealth color={color}>{label}</EuiHealth>
      <EuiText size="s">
        <p className="eui-textBreakWord">{trial.detail}</p>
        {trial.hasOwnSample && (
          <p>
            {i18n.translate('mlModels.try.ownSample', {
              defaultMessage: 'Tried with its own sample.',
            })}
          </p>
        )}
      </EuiText>
    </div>
  );
}

function notTriedText(): string {
  return i18n.translate('mlModels.try.notTried', { defaultMessage: 'Not tried yet' });
}

function lookOf(result: Trial['result']): { label: string; color: string } {
  switch (result) {
    case 'works':
      return {
        label: i18n.translate('mlModels.try.works', { defaultMessage: 'Works' }),
        color: 'success',
      };
    case 'fails':
      return {
        label: i18n.translate('mlModels.try.fails', { defaultMessage: 'Fails' }),
        color: 'danger',
      };
    case 'cannot_be_tried':
      return {
        label: i18n.translate('mlModels.try.cannot', { defaultMessage: 'Can’t be tried' }),
        color: 'subdued',
      };
  }
}
