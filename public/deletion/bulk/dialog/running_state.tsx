import React from 'react';
import { EuiProgress, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { countEnded } from '../next_run_state';
import type { RunState } from '../run_state';
import { RunTable } from './run_table';

interface Props {
  run: RunState;
  nameOf(modelId: string): string;
}

const NONE: readonly never[] = [];

/** How far a run is. */
export function RunningState({ run, nameOf }: Props) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiProgress
        size="m"
        color="primary"
        max={run.models.length}
        value={countEnded(run)}
        data-test-subj="deleteModelsProgress"
        aria-label={i18n.translate('mlModels.deleteMany.progress', {
          defaultMessage: 'Models of this run that are done',
        })}
      />
      <EuiSpacer size="m" />
      <RunTable models={run.models} staying={NONE} nameOf={nameOf} />
    </>
  );
}
