import React, { useMemo } from 'react';
import { EuiHealth, EuiInMemoryTable } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DeployAgain } from '../../deploy_again';
import type { RunModel } from '../run_state';
import { modelIdOf } from '../sort_out';
import type { Staying } from '../sort_out';
import { undeployedByRun } from '../undeployed_by_run';
import { progressLook, saidOf } from './end_words';
import type { ProgressLook } from './end_words';
import { stayingWords } from './staying_words';

interface Props {
  models: readonly RunModel[];
  staying: readonly Staying[];
  nameOf(modelId: string): string;
  /** Once the run is over: what it has undeployed only can be deployed again. */
  canDeploy?: boolean;
}

interface Row {
  id: string;
  name: string;
  look: ProgressLook;
  said: string;
  undeployed: ReturnType<typeof undeployedByRun>;
}

/** Each model of the selection, and how far it is or what became of it. */
export function RunTable({ models, staying, nameOf, canDeploy = false }: Props) {
  const rows = useMemo(
    () => [
      ...models.map((one): Row => {
        const { id } = one.going.reviewed.review.model;
        return {
          id,
          name: nameOf(id),
          look: progressLook(one, nameOf),
          said: saidOf(one),
          undeployed: canDeploy ? undeployedByRun(one) : 'no',
        };
      }),
      ...staying.map((one): Row => {
        const id = modelIdOf(one);
        return {
          id,
          name: nameOf(id),
          look: { color: 'subdued', words: stayingWords(one, nameOf) },
          said: one.why === 'not_reviewed' ? (one.error.cluster_message ?? '') : '',
          undeployed: 'no',
        };
      }),
    ],
    [canDeploy, models, staying, nameOf]
  );
  return (
    <EuiInMemoryTable
      data-test-subj="deleteModelsTable"
      tableCaption={i18n.translate('mlModels.deleteMany.tableCaption', {
        defaultMessage: 'The models of this run and what became of them',
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
      field: 'look',
      name: i18n.translate('mlModels.deleteMany.column.result', { defaultMessage: 'Result' }),
      render: ({ color, words }: ProgressLook, { id, said, undeployed }: Row) => (
        <div className="eui-textBreakWord">
          <EuiHealth color={color}>{words}</EuiHealth>
          {said && <p>{said}</p>}
          {undeployed !== 'no' && <DeployAgain modelId={id} isSure={undeployed === 'yes'} />}
        </div>
      ),
    },
  ];
}
