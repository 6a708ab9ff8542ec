import React from 'react';
import { EuiBasicTable, EuiFlexGroup, EuiFlexItem, EuiProgress, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { notChecked } from '../../../common/dependents/not_checked';
import type { ModelSummary } from '../../../common/models';
import { timesUsed } from '../../../common/models/times_used';
import { ReadPart } from '../../components';
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
  const query = useModels(MOST_USED);
  return (
    <ReadPart query={query} failedWords={failedWords()} data-test-subj="mostUsedModels">
      {({ models, coverage }) =>
        models.length === 0 ? (
          <EuiText size="s">
            <p>{noneWords()}</p>
          </EuiText>
        ) : (
          <EuiBasicTable
            items={models}
            itemId="id"
            rowHeader="name"
            columns={columns(models, notChecked(coverage).length === 0)}
            tableCaption={i18n.translate('mlModels.mostUsed.caption', {
              defaultMessage: 'The most used models',
            })}
          />
        )
      }
    </ReadPart>
  );
}

function columns(
  models: readonly ModelSummary[],
  isAllChecked: boolean
): EuiBasicTableColumn<ModelSummary>[] {
  const most = Math.max(...models.map(({ usage }) => timesUsed(usage)));
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
            <EuiProgress value={timesUsed(model.usage)} max={most} size="xs" aria-hidden />
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
