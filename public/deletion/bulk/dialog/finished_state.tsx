import React from 'react';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { SaidWords } from '../../../components';
import type { BulkFinishedView } from '../state';
import { ResultActions } from './result_actions';
import { RunTable } from './run_table';

interface Props {
  view: BulkFinishedView;
  nameOf(modelId: string): string;
}

/** What became of each model, to be kept where that is wanted. */
export function FinishedState({ view: { run, staying }, nameOf }: Props) {
  return (
    <>
      {run.brokenOff && (
        <>
          <EuiSpacer size="m" />
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            data-test-subj="deleteModelsBrokenOff"
            title={i18n.translate('mlModels.deleteMany.brokenOff', {
              defaultMessage: 'The run broke off: no further delete could have succeeded.',
            })}
          >
            <EuiText size="s">
              <SaidWords said={run.brokenOff} />
            </EuiText>
          </EuiCallOut>
        </>
      )}
      <EuiSpacer size="s" />
      <ResultActions run={run} staying={staying} />
      <EuiSpacer size="s" />
      <RunTable models={run.models} staying={staying} nameOf={nameOf} canDeploy />
    </>
  );
}
