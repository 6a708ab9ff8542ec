import React from 'react';
import { EuiBasicTable, EuiFlexGroup, EuiFlexItem, EuiProgress, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { notChecked } from '../../../common/dependents/verdict';
import type { ModelSummary } from '../../../common/models/model';
import { timesUsed } from '../../../common/models/model_state';
import { ReadPart } from '../../components/error_callout';
import { useModels } from '../../queries';
import { ModelName } from '../list/columns';
import { DEFAULT_LIST_STATE, listQuery } from '../list/list_state';
import { columnLabel } from '../list/list_view';
import { UsedBy } from '../list/usage_popover';
import { GroupLink } from '../page/model_header';

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
    <ReadPart query={query} failedText={failedText()} data-test-subj="mostUsedModels">
      {({ models, coverage }) =>
        models.length === 0 ? (
          <EuiText size="s">
            <p>{noneText()}</p>
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
      name: columnLabel('model_group'),
      width: '25%',
      render: (_: unknown, model: ModelSummary) => <GroupLink model={model} />,
    },
    {
      field: 'usage',
      name: columnLabel('usage'),
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

function noneText(): string {
  return i18n.translate('mlModels.mostUsed.none', {
    defaultMessage: 'No model was found to be in use.',
  });
}

function failedText(): string {
  return i18n.translate('mlModels.mostUsed.failed', {
    defaultMessage: 'The most used models could not be read.',
  });
}
