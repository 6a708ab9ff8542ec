import React from 'react';
import {
  EuiFlexGrid,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiLoadingSpinner,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CoverageState, ReadProgress } from '../../common/dependents/coverage';
import { isChecked } from '../../common/dependents/verdict';
import { capitalized, kindPlural } from '../labels/dependent_labels';

/** While a review runs: which sources are read already, where it takes long. */
export function ReviewingState({ progress }: { progress: ReadProgress | null }) {
  return (
    <>
      <EuiSpacer size="m" />
      {progress ? <Sources {...progress} /> : <EuiProgress size="xs" color="primary" />}
    </>
  );
}

function Sources({ sources }: ReadProgress) {
  const done = sources.filter(({ state }) => state !== null).length;
  const label = i18n.translate('mlModels.reviewing.count', {
    defaultMessage: '{done} of {all} kinds of resources done',
    values: { done, all: sources.length },
  });
  return (
    <div data-test-subj="reviewProgress">
      <EuiProgress size="xs" color="primary" value={done} max={sources.length} aria-label={label} />
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>{label}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiFlexGrid columns={2} gutterSize="s" responsive={false}>
        {sources.map(({ source, state }) => (
          <EuiFlexItem key={source}>
            <Source name={capitalized(kindPlural(source))} state={state} />
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
    </div>
  );
}

function Source({ name, state }: { name: string; state: CoverageState | null }) {
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <StateIcon state={state} />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiText size="s" color={state === null ? 'subdued' : 'default'}>
          {name}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function StateIcon({ state }: { state: CoverageState | null }) {
  if (state === null) return <EuiLoadingSpinner size="m" />;
  return isChecked(state) ? (
    <EuiIcon
      type="check"
      color="success"
      aria-label={i18n.translate('mlModels.reviewing.checked', { defaultMessage: 'Checked:' })}
    />
  ) : (
    <EuiIcon
      type="alert"
      color="warning"
      aria-label={i18n.translate('mlModels.reviewing.notChecked', {
        defaultMessage: 'Not checked:',
      })}
    />
  );
}
