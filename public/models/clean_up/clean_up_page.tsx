import React from 'react';
import type { ReactNode } from 'react';
import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { notChecked } from '../../../common/dependents/verdict';
import type { ModelSummary } from '../../../common/models/model';
import { timesUsed } from '../../../common/models/model_state';
import { ReadPart } from '../../components/error_callout';
import { DanglingReferences } from '../../dependents/dangling_references';
import { nameLabel } from '../../labels/model_labels';
import { useModels } from '../../queries';
import { ModelName } from '../list/columns';
import { DEFAULT_LIST_STATE, listQuery } from '../list/list_state';
import { columnLabel } from '../list/list_view';
import { UsedBy } from '../list/usage_popover';
import { GroupLink } from '../page/model_header';
import { ListPage, usePageTitle } from '../page_frame';
import { useDeletions } from '../use_deletions';
import { UnusedModels } from './unused_models';

/** What can go from the whole cluster, what has broken already, and what to be careful with. */
export function CleanUpPage() {
  const { selection, deleteOne, deleteSelected, dialogs } = useDeletions();
  const title = i18n.translate('mlModels.cleanUp.title', { defaultMessage: 'Clean up' });
  usePageTitle(title);
  return (
    <ListPage open="cleanUp" label={title} dialogs={dialogs} data-test-subj="cleanUpPage">
      <EuiSpacer size="l" />
      <section tabIndex={-1} aria-label={unusedTitle()}>
        <Part
          title={unusedTitle()}
          meaning={i18n.translate('mlModels.cleanUp.unusedMeaning', {
            defaultMessage:
              'Nothing in the cluster calls for these. Those that nobody has deployed for the longest come first. Programs outside that call a model by its ID can’t be seen from here.',
          })}
        >
          <UnusedModels selection={selection} onDelete={deleteOne} onDeleteMany={deleteSelected} />
        </Part>
      </section>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.dangling', {
          defaultMessage: 'References to models that are gone',
        })}
        meaning={i18n.translate('mlModels.cleanUp.danglingMeaning', {
          defaultMessage:
            'These fail when they are used: the model was deleted under them, or there never was one of that ID.',
        })}
      >
        <DanglingReferences />
      </Part>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.mostUsed', {
          defaultMessage: 'Most used models',
        })}
        meaning={i18n.translate('mlModels.cleanUp.mostUsedMeaning', {
          defaultMessage: 'Be careful with these: the most depends on them.',
        })}
      >
        <MostUsed />
      </Part>
    </ListPage>
  );
}

function unusedTitle(): string {
  return i18n.translate('mlModels.cleanUp.unused', { defaultMessage: 'Unused models' });
}

interface Props {
  title: string;
  /** What is in it, in a sentence or two. */
  meaning: string;
  children: ReactNode;
}

/** One part of the page. */
function Part({ title, meaning, children }: Props) {
  return (
    <EuiPanel hasBorder hasShadow={false}>
      <EuiTitle size="s">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{meaning}</p>
      </EuiText>
      <EuiSpacer size="m" />
      {children}
    </EuiPanel>
  );
}

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
      name: nameLabel(),
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
