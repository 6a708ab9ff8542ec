import React, { useMemo } from 'react';
import {
  EuiButtonEmpty,
  EuiCopy,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiInMemoryTable,
  EuiProgress,
  EuiSpacer,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { saveText } from '../../components/download';
import { ErrorCallout } from '../../components/error_callout';
import { downloadCsvLabel } from '../../labels/action_labels';
import { DeployAgain } from '../deploy_again';
import { modelIdOf } from './bulk_state';
import type { BulkFinishedView, Excluded } from './bulk_state';
import { resultBadge, resultDetails } from './result_labels';
import type { ResultBadge } from './result_labels';
import { countEnded, undeployedByRun } from './run';
import type { RunModel, RunState } from './run';
import { resultRows, toCsv, toJson } from './run_results';
import { excludedText } from './excluded_models';

interface RunningStateProps {
  run: RunState;
  nameOf(modelId: string): string;
}

const NONE: readonly never[] = [];

/** How far a run is. */
export function RunningState({ run, nameOf }: RunningStateProps) {
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
          defaultMessage: 'Completed models',
        })}
      />
      <EuiSpacer size="m" />
      <RunTable models={run.models} excluded={NONE} nameOf={nameOf} />
    </>
  );
}

interface FinishedStateProps {
  view: BulkFinishedView;
  nameOf(modelId: string): string;
}

/** What became of each model, to be kept where that is wanted. */
export function FinishedState({ view: { run, excluded }, nameOf }: FinishedStateProps) {
  return (
    <>
      {run.brokenOff && (
        <>
          <EuiSpacer size="m" />
          <ErrorCallout
            data-test-subj="deleteModelsBrokenOff"
            title={i18n.translate('mlModels.deleteMany.brokenOff', {
              defaultMessage: 'Stopped: the cluster is unavailable or you’re signed out.',
            })}
            error={run.brokenOff}
          />
        </>
      )}
      <EuiSpacer size="s" />
      <ResultActions run={run} excluded={excluded} />
      <EuiSpacer size="s" />
      <RunTable models={run.models} excluded={excluded} nameOf={nameOf} canDeploy />
    </>
  );
}

interface RunTableProps {
  models: readonly RunModel[];
  excluded: readonly Excluded[];
  nameOf(modelId: string): string;
  /** Once the run is over: what it has undeployed only can be deployed again. */
  canDeploy?: boolean;
}

interface Row {
  id: string;
  name: string;
  badge: ResultBadge;
  details: string;
  undeployed: ReturnType<typeof undeployedByRun>;
}

/** Each model of the selection, and how far it is or what became of it. */
function RunTable({ models, excluded, nameOf, canDeploy = false }: RunTableProps) {
  const rows = useMemo(
    () => [
      ...models.map((one): Row => {
        const { id } = one.planned.shown.model;
        return {
          id,
          name: nameOf(id),
          badge: resultBadge(one, nameOf),
          details: resultDetails(one),
          undeployed: canDeploy ? undeployedByRun(one) : 'no',
        };
      }),
      ...excluded.map((one): Row => {
        const id = modelIdOf(one);
        return {
          id,
          name: nameOf(id),
          badge: { color: 'subdued', label: excludedText(one, nameOf) },
          details: one.why === 'not_reviewed' ? (one.error.cluster_message ?? '') : '',
          undeployed: 'no',
        };
      }),
    ],
    [canDeploy, models, excluded, nameOf]
  );
  return (
    <EuiInMemoryTable
      data-test-subj="deleteModelsTable"
      tableCaption={i18n.translate('mlModels.deleteMany.tableCaption', {
        defaultMessage: 'Deletion results by model',
      })}
      items={rows}
      itemId="id"
      columns={columns()}
      rowProps={({ id }) => ({ 'data-test-subj': `deleteModelsResult-${id}` })}
      pagination={
        rows.length > 10 ? { initialPageSize: 10, pageSizeOptions: [10, 50, 500] } : false
      }
    />
  );
}

function columns(): Array<EuiBasicTableColumn<Row>> {
  return [
    {
      field: 'name',
      name: i18n.translate('mlModels.deleteMany.column.model', { defaultMessage: 'Model' }),
      render: (name: string, { id }: Row) => (
        <span className="eui-textBreakWord">
          {name} {name !== id && `(${id})`}
        </span>
      ),
    },
    {
      field: 'badge',
      name: i18n.translate('mlModels.deleteMany.column.result', { defaultMessage: 'Result' }),
      render: ({ color, label }: ResultBadge, { id, details, undeployed }: Row) => (
        <div className="eui-textBreakWord">
          <EuiHealth color={color}>{label}</EuiHealth>
          {details && <p>{details}</p>}
          {undeployed !== 'no' && <DeployAgain modelId={id} isSure={undeployed === 'yes'} />}
        </div>
      ),
    },
  ];
}

interface ResultActionsProps {
  run: RunState;
  excluded: readonly Excluded[];
}

/** The result of a run for a ticket or a script. */
function ResultActions({ run, excluded }: ResultActionsProps) {
  const rows = resultRows(run, excluded);
  const save = (ending: 'csv' | 'json', text: string, type: string) => {
    const time = new Date().toISOString().slice(0, 19).replace(/:/g, '-');
    saveText(`deleted-models-${time}.${ending}`, text, type);
  };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          flush="left"
          iconType="download"
          data-test-subj="deleteModelsResultCsv"
          onClick={() => save('csv', toCsv(rows), 'text/csv')}
        >
          {downloadCsvLabel()}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          data-test-subj="deleteModelsResultJson"
          onClick={() => save('json', toJson(rows), 'application/json')}
        >
          {i18n.translate('mlModels.deleteMany.json', { defaultMessage: 'Download as JSON' })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiCopy textToCopy={toJson(rows)}>
          {(copy) => (
            <EuiButtonEmpty
              size="s"
              iconType="copy"
              data-test-subj="deleteModelsResultCopy"
              onClick={copy}
            >
              {i18n.translate('mlModels.deleteMany.copy', { defaultMessage: 'Copy' })}
            </EuiButtonEmpty>
          )}
        </EuiCopy>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
