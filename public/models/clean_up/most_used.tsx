import React from 'react';
import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingContent,
  EuiProgress,
  EuiText,
} from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { notChecked } from '../../../common/dependents/not_checked';
import type { ModelSummary } from '../../../common/models';
import { ReadFailure } from '../../components';
import { GroupLink } from '../page/group_link';
import { ModelName } from '../cells';
import { listQuery } from '../list_query';
import { DEFAULT_LIST_STATE } from '../list_state';
import { UsedBy } from '../usage';
import { useModels } from '../use_models';
import { columnWords } from '../view';

const SHOWN = 10;
const MOST_USED = listQuery({
  ...DEFAULT_LIST_STATE,
  usage: 'in_use',
  sort_field: 'usage',
  sort_order: 'desc',
  size: SHOWN,
});

/** The models that most depends on, with what that is. */
export function MostUsed() {
  const { data, error, isFetching, refetch } = useModels(MOST_USED);
  return (
    <div data-test-subj="mostUsedModels">
      {error && (
        <ReadFailure
          title={failedWords()}
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data ? (
        !error && <EuiLoadingContent lines={4} />
      ) : data.models.length === 0 ? (
        <EuiText size="s">
          <p>{noneWords()}</p>
        </EuiText>
      ) : (
        <EuiBasicTable
          items={data.models}
          itemId="id"
          rowHeader="name"
          columns={columns(data.models, notChecked(data.coverage).length === 0)}
          tableCaption={i18n.translate('mlModels.mostUsed.caption', {
            defaultMessage: 'The most used models',
          })}
        />
      )}
    </div>
  );
}

function timesUsed({ usage }: ModelSummary): number {
  return usage.blocks + usage.breaks + usage.possible;
}

function columns(
  models: readonly ModelSummary[],
  isAllChecked: boolean
): EuiBasicTableColumn<ModelSummary>[] {
  const most = Math.max(...models.map(timesUsed));
  return [
    {
      field: 'name',
      name: i18n.translate('mlModels.column.name', { defaultMessage: 'Name' }),
      width: '30%',
      render: (_: unknown, model: ModelSummary) => <ModelName model={model} />,
    },
    {
      field: 'model_group',
      name: columnWords('model_group'),
      width: '25%',
      render: (_: unknown, model: ModelSummary) => <GroupLink model={model} />,
    },
    {
      field: 'usage',
      name: columnWords('usage'),
      render: (_: unknown, model: ModelSummary) => (
        <EuiFlexGroup direction="column" gutterSize="none">
          <EuiFlexItem>
            <UsedBy model={model} isAllChecked={isAllChecked} />
          </EuiFlexItem>
          <EuiFlexItem>
            {/* the words above it say the same */}
            <EuiProgress value={timesUsed(model)} max={most} size="xs" aria-hidden />
          </EuiFlexItem>
        </EuiFlexGroup>
      ),
    },
  ];
}

function noneWords(): string {
  return i18n.translate('mlModels.mostUsed.none', {
    defaultMessage: 'No model was found to be in use.',
  });
}

function failedWords(): string {
  return i18n.translate('mlModels.mostUsed.failed', {
    defaultMessage: 'The most used models could not be read.',
  });
}
